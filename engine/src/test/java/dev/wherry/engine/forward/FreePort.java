// A port that a test may publish.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports that nobody uses right now. */
final class FreePort {

    private FreePort() {
    }

    static int onLoopback() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return any.getLocalPort();
        }
    }
}
