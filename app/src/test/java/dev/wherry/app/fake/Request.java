// One request to the fake engine, and the ways to answer it.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.docker.FakeEngine.Exchange;
import dev.wherry.engine.stream.ByteStream;

/** A request with the variable parts of its path. */
record Request(Exchange exchange, List<String> variables) {

    static final String MULTIPLEXED = "application/vnd.docker.multiplexed-stream";
    static final String RAW = "application/vnd.docker.raw-stream";

    static Request of(Exchange exchange, Matcher path) {
        return new Request(exchange, IntStream.rangeClosed(1, path.groupCount())
                .mapToObj(group -> URLDecoder.decode(path.group(group).replace("+", "%2B"), UTF_8)).toList());
    }

    /** The first variable part of the path. */
    String variable() {
        return variables.getFirst();
    }

    String parameter(String name) {
        return exchange.parameter(name);
    }

    /** A parameter that is on or off, as Go reads it. */
    boolean flag(String name) {
        String value = parameter(name);
        return !value.isEmpty() && !value.equals("0") && !value.equalsIgnoreCase("false");
    }

    Filters filters() {
        return Filters.parse(parameter("filters"));
    }

    boolean hasBody() {
        String length = exchange.headers().get("Content-Length");
        return exchange.headers().get("Transfer-Encoding") != null || (length != null && !length.equals("0"));
    }

    /** The JSON that came along; an empty object when nothing did. */
    JsonNode body() throws IOException {
        return hasBody() ? Json.MAPPER.readTree(exchange.body().readAllBytes()) : Json.object();
    }

    /** Reads what came along and forgets it, so that its sender hears the answer. */
    void drain() throws IOException {
        if (hasBody()) {
            exchange.body().transferTo(OutputStream.nullOutputStream());
        }
    }

    void json(int status, Object answer) throws IOException {
        exchange.json(status, Json.MAPPER.writeValueAsString(answer));
    }

    void json(Object answer) throws IOException {
        json(200, answer);
    }

    /** Answers without a body: 201, 204 or 304. */
    void empty(int status) throws IOException {
        exchange.send("HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n"
                + (status == 201 || status == 200 ? "Content-Length: 0\r\n" : "") + "\r\n");
    }

    void error(int status, String message) throws IOException {
        drain();
        json(status, Json.object("message", message));
    }

    /** Begins an answer in chunks. Who leaves before its end interrupts the thread that writes it. */
    OutputStream stream(String contentType) throws IOException {
        exchange.send("HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nContent-Type: " + contentType
                + "\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        Thread writer = Thread.currentThread();
        Thread.ofVirtual().name("fake-engine-leaving").start(() -> awaitLeaving(exchange.connection().input(), writer));
        return new ChunkedOutput(exchange.connection().output());
    }

    private static void awaitLeaving(InputStream in, Thread writer) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // That is leaving, too.
        }
        writer.interrupt();
    }

    /** Turns the connection into a plain stream. */
    ByteStream hijack(String contentType) throws IOException {
        exchange.send((exchange.headers().get("Upgrade") == null
                ? "HTTP/1.1 200 OK\r\n"
                : "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n")
                + "Content-Type: " + contentType + "\r\n\r\n");
        return exchange.connection();
    }
}
