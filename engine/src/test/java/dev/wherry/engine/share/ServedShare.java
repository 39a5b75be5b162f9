// A share that is served on a loopback port, for tests.
package dev.wherry.engine.share;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/** Serves one share to each client that connects, until it is closed. */
final class ServedShare implements Closeable {

    private final Share share;
    private final ShareNotes notes;
    private final ServerSocket listener;

    ServedShare(Share share, ShareNotes notes) throws IOException {
        this.share = share;
        this.notes = notes;
        this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("served-share").start(this::accept);
    }

    static ServedShare of(Path folder, boolean isReadOnly) throws IOException {
        return new ServedShare(Share.of(folder, isReadOnly, "test"), new ShareNotes());
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                client.setTcpNoDelay(true);
                Thread.ofVirtual().name("served-share-client").start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            new SftpServer(path -> new SftpService(new ShareFiles(share, "", notes)))
                    .run(client.getInputStream(), client.getOutputStream());
        } catch (IOException e) {
            // The client sees that its connection has ended; a test that does not expect it fails by that.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
