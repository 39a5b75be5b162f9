// Connects to a unix socket without ever waiting longer than agreed.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** Opens connections to QEMU's control socket. */
final class QmpSocket {

    private QmpSocket() {
    }

    /** A connected channel in blocking mode. */
    static SocketChannel connect(Path path, Duration deadline) throws QmpException.NotListening {
        try {
            return open(path, deadline);
        } catch (IOException e) {
            throw new QmpException.NotListening("no QEMU listens on " + path + " (" + e.getMessage() + ")", e);
        }
    }

    // QEMU serves one client at a time and lets one more wait. A blocking connect would then wait without end;
    // a non-blocking one is refused at once.
    private static SocketChannel open(Path path, Duration deadline) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try (Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(path))) {
                channel.register(selector, SelectionKey.OP_CONNECT);
                selector.select(deadline.toMillis());
                if (!channel.finishConnect()) {
                    throw new IOException("not connected within " + deadline.toSeconds() + " s");
                }
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.configureBlocking(true);
        return channel;
    }
}
