// The SSH agent of macOS and Linux.
package dev.wherry.engine.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * An agent behind a unix socket.
 *
 * @param socket the socket's path (SSH_AUTH_SOCK); null or empty when there is none
 */
public record UnixSshAgent(@Nullable String socket) implements SshAgent {

    @Override
    public Line open() throws IOException {
        if (socket == null || socket.isBlank()) {
            throw new IOException("SSH_AUTH_SOCK names none");
        }
        try {
            return new SocketLine(SocketChannel.open(UnixDomainSocketAddress.of(Path.of(socket))));
        } catch (IOException | InvalidPathException e) {
            throw new IOException("nobody answers at " + socket + ", which SSH_AUTH_SOCK names: " + e.getMessage(), e);
        }
    }

    private record SocketLine(SocketChannel channel) implements Line {

        @Override
        public byte[] ask(byte[] message) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(message);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            InputStream in = Channels.newInputStream(channel);
            return SshAgentMessages.answer(in);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
