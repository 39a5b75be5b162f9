// An agent of another version, as far as clients of this one hear of it.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import dev.wherry.engine.host.SocketPath;

/** Answers every call as an agent of another version does, until it is asked to leave. */
final class OtherAgent {

    private static final String REFUSAL = """
            {"jsonrpc":"2.0","id":1,"error":{"code":5,"message":"The running agent is of another version of Wherry than \
            this program.","data":{"remedy":"Run \\"wherry restart --agent\\"; containers go on running."}}}
            """;
    private static final String GOODBYE = "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}\n";

    private final Supplier<Path> socket;
    private volatile boolean asked;

    OtherAgent(Supplier<Path> socket) {
        this.socket = socket;
    }

    boolean wasAskedToLeave() {
        return asked;
    }

    void start() throws IOException {
        Path path = SocketPath.fitting(socket.get());
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Thread.ofVirtual().start(() -> serve(server, path));
    }

    private void serve(ServerSocketChannel server, Path path) {
        try (server) {
            while (!asked) {
                try (SocketChannel client = server.accept();
                        BufferedReader in = new BufferedReader(Channels.newReader(client, UTF_8));
                        OutputStream out = Channels.newOutputStream(client)) {
                    in.lines().forEach(line -> answer(line, out));
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(String line, OutputStream out) {
        try {
            boolean quit = line.contains("\"quit\"");
            asked |= quit;
            out.write((quit ? GOODBYE : REFUSAL).getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            // The client has heard enough.
        }
    }
}
