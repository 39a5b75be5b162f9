// The little of HTTP that measuring needs.
package dev.wherry.bench;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks the engine whether it is there, over a unix socket. */
final class Http implements AutoCloseable {

    private static final ByteBuffer PING = StandardCharsets.US_ASCII
            .encode("HEAD /_ping HTTP/1.1\r\nHost: docker\r\n\r\n");

    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(4096);

    private Http(SocketChannel channel) {
        this.channel = channel;
    }

    static Http connect(Path socket) throws IOException {
        SocketAddress address = UnixDomainSocketAddress.of(socket);
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(address);
        return new Http(channel);
    }

    /** Sends a {@code _ping} and returns when it has been answered with 200. */
    void ping() throws IOException {
        channel.write(PING.duplicate());
        String said = "";
        answer.clear();
        while (!said.endsWith("\r\n\r\n")) { // the answer to HEAD has no body
            if (channel.read(answer) < 0) {
                throw new IOException("The engine hung up after: " + said);
            }
            said = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        }
        if (!said.startsWith("HTTP/1.1 200")) {
            throw new IOException("The engine answered: " + said);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
