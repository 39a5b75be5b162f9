// A web server on this computer that tests can have behave badly.
package dev.wherry.engine.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves files from memory, with ranges and entity tags, until told to misbehave. */
public final class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int cutAfter;
    private volatile int rangeError;
    private volatile int status;
    private volatile String etag = "\"1\"";
    private volatile Runnable stall = () -> {
    };

    /** A server on a free port of the loopback address. */
    public FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where {@code path} is served. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Serves {@code content} at {@code path}. */
    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    void redirect(String path, String target) {
        redirects.put(path, target);
    }

    /** Cuts the next {@code times} connections after {@code bytes} of the body. */
    public void cut(int times, int bytes) {
        cutAfter = bytes;
        cuts.set(times);
    }

    /** Begins ranges by so many bytes beside what was asked for. */
    void beginRangesLate(int bytes) {
        rangeError = bytes;
    }

    /** Answers everything with this status. */
    void fail(int code) {
        status = code;
    }

    void tag(String tag) {
        etag = tag;
    }

    /** What to wait for in the middle of a body. */
    void stall(Runnable wait) {
        stall = wait;
    }

    /** Path and range of each request. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String range = String.join("", exchange.getRequestHeaders().getOrDefault("Range", List.of()));
            requests.add((path + " " + range).strip());
            byte[] content = files.get(path);
            String target = redirects.get(path);
            if (target != null) {
                exchange.getResponseHeaders().set("Location", target);
                exchange.sendResponseHeaders(302, -1);
            } else if (status != 0 || content == null) {
                exchange.sendResponseHeaders(status == 0 ? 404 : status, -1);
            } else {
                send(exchange, content, range);
            }
        }
    }

    private void send(HttpExchange exchange, byte[] content, String range) throws IOException {
        exchange.getResponseHeaders().set("ETag", etag);
        boolean same = List.of(etag).equals(exchange.getRequestHeaders().get("If-Range"));
        int from = range.isEmpty() || !same
                ? 0
                : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1)) + rangeError;
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        byte[] body = Arrays.copyOfRange(content, from, content.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, body.length);
        OutputStream out = exchange.getResponseBody();
        if (cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            out.write(body, 0, Math.min(cutAfter, body.length));
            out.flush();
            stall.run();
            // Closing an exchange before its body is whole cuts the connection.
            return;
        }
        out.write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
