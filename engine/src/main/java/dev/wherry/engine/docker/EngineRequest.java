// One request to the Engine API, as its callers write it.
package dev.wherry.engine.docker;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request.
 *
 * @param method HTTP method
 * @param path   without the version, as in {@code /containers/json}; foreign parts go through {@link #segment}
 * @param query  parameters, not yet encoded
 * @param body   what is sent along
 */
public record EngineRequest(String method, String path, Map<String, String> query, RequestBody body) {

    /** @throws IllegalArgumentException when {@code path} holds what a request line cannot */
    public EngineRequest {
        if (!path.matches("/[!-~&&[^?#]]*")) {
            throw new IllegalArgumentException("Not a path of the Engine API: \"" + path + "\"");
        }
    }

    /** A GET of {@code path}. */
    public static EngineRequest get(String path) {
        return new EngineRequest("GET", path, Map.of(), new RequestBody.None());
    }

    /** A POST to {@code path}, without a body as yet. */
    public static EngineRequest post(String path) {
        return new EngineRequest("POST", path, Map.of(), new RequestBody.None());
    }

    /** A DELETE of {@code path}. */
    public static EngineRequest delete(String path) {
        return new EngineRequest("DELETE", path, Map.of(), new RequestBody.None());
    }

    /** {@code text}, encoded to stand between two slashes of a path. */
    public static String segment(String text) {
        return encode(text).replace("+", "%20");
    }

    /** The same request with one parameter more. */
    public EngineRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new EngineRequest(method, path, more, body);
    }

    /** The same request with a JSON body. */
    public EngineRequest json(JsonNode content) {
        return new EngineRequest(method, path, query, new RequestBody.Json(content));
    }

    /** The same request with a body that is read from {@code content} while it is sent. */
    public EngineRequest streaming(String contentType, InputStream content) {
        return new EngineRequest(method, path, query, new RequestBody.Stream(contentType, content));
    }

    /** The path and the query as the request line has them. */
    String target() {
        return query.isEmpty()
                ? path
                : query.entrySet().stream()
                        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Method and path, for messages. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
