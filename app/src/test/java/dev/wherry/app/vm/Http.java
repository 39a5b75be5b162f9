// The least of HTTP that a test needs, over a socket that it controls.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Plain requests. */
final class Http {

    private Http() {
    }

    /** Sends {@code request}, ends its side of the connection, and returns all that comes back (scenario 1). */
    static String get(InetSocketAddress address, String request) throws IOException {
        return get(address, request, Duration.ofSeconds(30));
    }

    /** The same, with {@code patience} for what a busy guest takes. */
    static String get(InetSocketAddress address, String request, Duration patience) throws IOException {
        int timeout = (int) patience.toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(address, timeout);
            socket.setSoTimeout(timeout);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
