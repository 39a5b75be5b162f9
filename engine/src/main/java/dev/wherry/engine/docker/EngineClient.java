// The Engine API, as far as Wherry itself needs it.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wherry.engine.docker.HttpExchange.Purpose;
import dev.wherry.engine.stream.ByteStream;
import org.jspecify.annotations.Nullable;

/**
 * Talks to one engine (Docker Engine API, {@code https://docs.docker.com/reference/api/engine/}). May be used from any
 * thread; every call has a connection of its own. The API version is agreed on at the first call and again at each
 * {@link #ping}, so that an engine which has been upgraded behind the same transport is met correctly.
 *
 * <p>Calls throw {@link EngineException} for what the engine refuses, and {@link IOException} for everything else: out of
 * reach, deadline, malformed answer.
 */
public final class EngineClient {

    /** How long an ordinary call may take; pulling and building are streamed and have none. */
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final int MAX_ERROR_BODY = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EngineTransport transport;
    private final Duration deadline;
    private volatile @Nullable ApiVersion agreed;

    /** A client with the usual {@link #DEADLINE}. Nothing is connected before the first call. */
    public EngineClient(EngineTransport transport) {
        this(transport, DEADLINE);
    }

    /**
     * A client with a deadline of its own.
     *
     * @param deadline for connecting, and then again for an ordinary call or for the head of a streamed answer
     */
    public EngineClient(EngineTransport transport, Duration deadline) {
        this.transport = transport;
        this.deadline = deadline;
    }

    /**
     * Asks whether the engine answers.
     *
     * @param limit for connecting, and then again for the answer
     * @throws IOException when it does not, or is older than {@link ApiVersion#OLDEST}
     */
    public EnginePing ping(Duration limit) throws IOException {
        ApiVersion offered;
        Instant clock;
        try (EngineResponse response = send(EngineRequest.get("/_ping"), "", limit, Purpose.ANSWER)) {
            String header = response.headers().get("Api-Version");
            offered = header == null ? unversionedVersion().apiVersion() : ApiVersion.parse(header);
            clock = date(response.headers().get("Date"));
        }
        ApiVersion version = ApiVersion.agreedWith(offered);
        agreed = version;
        return new EnginePing(version, clock);
    }

    /** What the engine says of itself. */
    public EngineVersion version() throws IOException {
        return unversionedVersion();
    }

    /**
     * Lists the containers that run or are paused.
     *
     * @param all those that do neither, too
     */
    public List<ContainerSummary> containers(boolean all) throws IOException {
        JsonNode list = call(EngineRequest.get("/containers/json").with("all", all));
        return JsonValues.elements(list).map(ContainerSummary::from).toList();
    }

    /**
     * Everything the engine knows of one container ({@code GET /containers/{id}/json}).
     *
     * @param container id, beginning of an id, or name
     */
    public JsonNode inspect(String container) throws IOException {
        return call(EngineRequest.get("/containers/" + EngineRequest.segment(container) + "/json"));
    }

    /** Sends {@code request} and reads its JSON answer whole; a missing node when the answer has no body. */
    public JsonNode call(EngineRequest request) throws IOException {
        return call(request, deadline);
    }

    /**
     * As {@link #call(EngineRequest)}, for what is known to take its time.
     *
     * @param limit for connecting, and then again for the answer
     */
    public JsonNode call(EngineRequest request, Duration limit) throws IOException {
        return json(request, prefix(), limit);
    }

    /**
     * Sends {@code request} and leaves the answer's body to the caller, who may read it for as long as it lasts. A streamed
     * request body may take any time as long as it moves.
     */
    public EngineResponse stream(EngineRequest request) throws IOException {
        return stream(request, deadline);
    }

    /**
     * As {@link #stream(EngineRequest)}, for what has its answer's head held back until most of the work is done.
     *
     * @param limit for connecting, and then again for the head of the answer
     */
    public EngineResponse stream(EngineRequest request, Duration limit) throws IOException {
        EngineResponse response = send(request, prefix(), limit, Purpose.ANSWER);
        response.exchange().unguard();
        return response;
    }

    /**
     * Sends {@code request} and takes over its connection as a plain stream (attach, exec): by HTTP 101, or by 200 from
     * engines that do not upgrade. The stream has half-close; without a terminal its input is the engine's multiplexed format.
     */
    public ByteStream hijack(EngineRequest request) throws IOException {
        EngineResponse response = send(request, prefix(), deadline, Purpose.HIJACK);
        if (response.status() != 101 && response.status() != 200) {
            response.close();
            throw new IOException(
                    "The engine did not turn " + request + " into a stream (HTTP " + response.status() + ")");
        }
        response.exchange().unguard();
        return response.exchange().hijacked();
    }

    private EngineVersion unversionedVersion() throws IOException {
        return EngineVersion.from(json(EngineRequest.get("/version"), "", deadline));
    }

    private JsonNode json(EngineRequest request, String prefix, Duration limit) throws IOException {
        try (EngineResponse response = send(request, prefix, limit, Purpose.ANSWER)) {
            try {
                return parse(request, response.body().readAllBytes());
            } catch (IOException e) {
                throw response.exchange().explain(e);
            }
        }
    }

    private static JsonNode parse(EngineRequest request, byte[] body) throws IOException {
        try {
            JsonNode parsed = JSON.readTree(body);
            return parsed == null ? MissingNode.getInstance() : parsed;
        } catch (JsonProcessingException e) {
            throw new IOException("The engine's answer to " + request + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private String prefix() throws IOException {
        ApiVersion version = agreed;
        return "/v" + (version == null ? ping(deadline).apiVersion() : version);
    }

    private EngineResponse send(EngineRequest request, String prefix, Duration limit, Purpose purpose)
            throws IOException {
        EngineResponse response = HttpExchange.open(transport, limit, request.toString()).send(request, prefix,
                purpose);
        if (response.status() < 400) {
            return response;
        }
        try (response) {
            throw new EngineException(request.toString(), response.status(), refusal(response));
        }
    }

    // {"message": "…"}; plain text from whatever stands between, or from the engine's HTTP server itself.
    private static String refusal(EngineResponse response) {
        String text;
        try {
            text = new String(response.body().readNBytes(MAX_ERROR_BODY), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "(its message was lost: " + e.getMessage() + ")";
        }
        try {
            String message = JSON.readTree(text).path("message").asText();
            return message.isEmpty() ? text : message;
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
        } catch (DateTimeException e) {
            return null; // a clock that cannot be read is a clock that is not there
        }
    }
}
