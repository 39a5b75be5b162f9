// An HTTP server on a unix socket that says exactly what a test tells it to, byte for byte.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.URLDecoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.SocketStream;

/** Answers requests by "METHOD /path" (without version and query); each on its own thread. Closes with everything it has. */
public final class FakeEngine implements AutoCloseable {

    /** Writes one answer. */
    public interface Handler {
        void answer(Exchange exchange) throws IOException;
    }

    /** A request and the raw connection it came on; the connection's input begins with what follows the body. */
    public record Exchange(String method, String target, Headers headers, InputStream body, ByteStream connection) {

        /** The target without version and query, not decoded. */
        public String path() {
            return target.replaceFirst("^/v[0-9.]+", "").replaceFirst("\\?.*", "");
        }

        /** Sends {@code text}, whose line ends are CRLF, at once. */
        public void send(String text) throws IOException {
            connection.output().write(text.getBytes(ISO_8859_1));
        }

        /** Sends a JSON answer with its length. */
        public void json(int status, String json) throws IOException {
            byte[] bytes = json.getBytes(UTF_8);
            send("HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    + "Content-Length: " + bytes.length + "\r\n\r\n");
            connection.output().write(bytes);
        }

        /** Sends {@code text} as one chunk. */
        public void chunk(String text) throws IOException {
            send(Integer.toHexString(text.getBytes(ISO_8859_1).length) + "\r\n" + text + "\r\n");
        }

        /** The value of a query parameter, decoded; "" when it is not there. */
        public String parameter(String name) {
            for (String pair : target.substring(target.indexOf('?') + 1).split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
                }
            }
            return "";
        }
    }

    public final Path socket;
    /** Every request so far, as "METHOD /v1.45/path?query". */
    public final List<String> requests = new CopyOnWriteArrayList<>();
    public final AtomicInteger connections = new AtomicInteger();
    private final ServerSocketChannel listener;
    private final boolean ownsFolder;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private volatile Handler otherwise = exchange -> exchange.json(404, "{\"message\":\"page not found\"}");
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    /** In a folder of its own. */
    public FakeEngine() throws IOException {
        this(Files.createTempDirectory(Path.of("/tmp"), "w").resolve("e.sock"), true);
    }

    /** At {@code socket}, in a folder that somebody else removes. */
    public FakeEngine(Path socket) throws IOException {
        this(socket, false);
    }

    private FakeEngine(Path socket, boolean ownsFolder) throws IOException {
        this.socket = socket;
        this.ownsFolder = ownsFolder;
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket), 1024);
        on("GET /_ping", exchange -> exchange.send("""
                HTTP/1.1 200 OK\r
                Api-Version: 1.45\r
                Content-Length: 2\r
                \r
                OK"""));
        Thread.ofVirtual().start(this::accept);
    }

    public FakeEngine on(String route, Handler handler) {
        handlers.put(route, handler);
        return this;
    }

    /** Answers every request that has no handler of its own. */
    public FakeEngine otherwise(Handler handler) {
        otherwise = handler;
        return this;
    }

    /** Answers {@code route} with {@code bytes} and hangs up. */
    public FakeEngine says(String route, String bytes) {
        return on(route, exchange -> exchange.send(bytes));
    }

    public EngineTransport transport() {
        return () -> new SocketStream(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /** Cuts every connection, as a lost session does. */
    public void cut() throws IOException {
        for (SocketChannel channel : open) {
            channel.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = listener.accept();
                connections.incrementAndGet();
                open.add(channel);
                Thread.ofVirtual().start(() -> serve(channel));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            SocketStream stream = new SocketStream(channel);
            InputStream in = new BufferedInputStream(stream.input());
            String[] line = MessageReader.line(in).split(" ", 3);
            Headers headers = MessageReader.fields(in);
            requests.add(line[0] + " " + line[1]);
            Exchange exchange = new Exchange(line[0], line[1], headers, body(headers, in),
                    new HijackedStream(stream, in));
            handlers.getOrDefault(line[0] + " " + exchange.path(), otherwise).answer(exchange);
        } catch (IOException e) {
            // the client went away, which is its right
        } finally {
            open.remove(channel);
        }
    }

    private static InputStream body(Headers headers, InputStream in) {
        String length = headers.get("Content-Length");
        return headers.lists("Transfer-Encoding", "chunked")
                ? new ChunkedInput(in)
                : length == null ? in : new FixedLengthInput(in, Long.parseLong(length));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
        Files.delete(socket);
        if (ownsFolder) {
            Files.delete(socket.getParent());
        }
    }
}
