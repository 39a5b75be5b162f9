// One request to the Engine API, as its callers write it.
package dev.wherry.engine.docker;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request.
 *
 * @param method HTTP method
 * @param path   without the version, as in {@code /containers/json}; foreign parts go through {@link #segment}
 * @param query  parameters, not yet encoded
 * @param fields header fields besides those that every request has
 * @param body   what is sent along
 */
public record EngineRequest(String method, String path, Map<String, List<String>> query, Map<String, String> fields,
        RequestBody body) {

    /** @throws IllegalArgumentException when {@code path} or a header field holds what a request's head cannot */
    public EngineRequest {
        if (!path.matches("/[!-~&&[^?#]]*")) {
            throw new IllegalArgumentException("Not a path of the Engine API: \"" + path + "\"");
        }
        fields.forEach((name, value) -> {
            if (!(name + value).matches("[ -~]*")) {
                throw new IllegalArgumentException("Not a header field: \"" + name + "\"");
            }
        });
    }

    private EngineRequest(String method, String path) {
        this(method, path, Map.of(), Map.of(), new RequestBody.None());
    }

    /** A GET of {@code path}. */
    public static EngineRequest get(String path) {
        return new EngineRequest("GET", path);
    }

    /** A POST to {@code path}, without a body as yet. */
    public static EngineRequest post(String path) {
        return new EngineRequest("POST", path);
    }

    /** A HEAD of {@code path}: only the answer's head comes. */
    public static EngineRequest head(String path) {
        return new EngineRequest("HEAD", path);
    }

    /** A PUT to {@code path}, without a body as yet. */
    public static EngineRequest put(String path) {
        return new EngineRequest("PUT", path);
    }

    /** A DELETE of {@code path}. */
    public static EngineRequest delete(String path) {
        return new EngineRequest("DELETE", path);
    }

    /** {@code text}, encoded to stand between two slashes of a path. */
    public static String segment(String text) {
        return encode(text).replace("+", "%20");
    }

    /** The same request with one parameter more. */
    public EngineRequest with(String name, String value) {
        return with(name, List.of(value));
    }

    /** The same request with one parameter more, which is true or false. */
    public EngineRequest with(String name, boolean value) {
        return with(name, Boolean.toString(value));
    }

    /** The same request with one parameter more, repeated for each of {@code values}. */
    public EngineRequest with(String name, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(query);
        more.put(name, List.copyOf(values));
        return new EngineRequest(method, path, more, fields, body);
    }

    /** The same request with one header field more. */
    public EngineRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new EngineRequest(method, path, query, more, body);
    }

    /** The same request with a JSON body. */
    public EngineRequest json(JsonNode content) {
        return new EngineRequest(method, path, query, fields, new RequestBody.Json(content));
    }

    /** The same request with a body that is read from {@code content} while it is sent. */
    public EngineRequest streaming(String contentType, InputStream content) {
        return new EngineRequest(method, path, query, fields, new RequestBody.Stream(contentType, content));
    }

    /** The path and the query as the request line has them. */
    String target() {
        return query.isEmpty()
                ? path
                : query.entrySet().stream().flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> encode(parameter.getKey()) + "=" + encode(value)))
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
