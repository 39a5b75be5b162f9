// Which port is offered for one that is taken, on real sockets.
package dev.wherry.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

import dev.wherry.engine.forward.PortRule.Protocol;
import org.junit.jupiter.api.Test;

class NextFreePortTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("127.0.0.2");

    @Test
    void whatIsTakenAfterItForTheSameProtocolIsPassedOverAndNothingElse() throws IOException {
        int port = threeFree();
        try (Closeable _ = listener(Protocol.TCP, LOOPBACK, port + 1)) {
            assertThat(NextFreePort.insteadOf(rule(Protocol.TCP, port))).hasValue(port + 2);
            assertThat(NextFreePort.insteadOf(rule(Protocol.UDP, port))).hasValue(port + 1);
        }
        try (Closeable _ = listener(Protocol.UDP, LOOPBACK, port + 1)) {
            assertThat(NextFreePort.insteadOf(rule(Protocol.TCP, port))).hasValue(port + 1);
            assertThat(NextFreePort.insteadOf(rule(Protocol.UDP, port))).hasValue(port + 2);
        }
        try (Closeable _ = listener(Protocol.TCP, OTHER, port + 1)) {
            assertThat(NextFreePort.insteadOf(rule(Protocol.TCP, port))).hasValue(port + 1);
        }
        // Nothing of the search is left.
        listener(Protocol.TCP, LOOPBACK, port + 1).close();
        listener(Protocol.UDP, LOOPBACK, port + 2).close();
    }

    @Test
    void aPortThatNeedsRightsIsOfferedWherePeoplePutIt() {
        assertThat(NextFreePort.insteadOf(rule(Protocol.TCP, 80)).orElseThrow()).isBetween(8080, 8080 + 500);
    }

    @Test
    void afterTheLastPortThereIsNone() {
        assertThat(NextFreePort.insteadOf(rule(Protocol.TCP, 65_535))).isEqualTo(OptionalInt.empty());
    }

    private static PortRule rule(Protocol protocol, int port) {
        return new PortRule(protocol, new InetSocketAddress(LOOPBACK, port), "127.0.0.1", port, 80, "id");
    }

    private static Closeable listener(Protocol protocol, InetAddress address, int port) throws IOException {
        return protocol == Protocol.TCP
                ? new ServerSocket(port, 1, address)
                : new DatagramSocket(new InetSocketAddress(address, port));
    }

    /** The first of three in a row that are free for both. */
    private static int threeFree() throws IOException {
        for (int first = FreePort.onLoopback(); first < 65_000; first += 3) {
            try {
                for (int port = first; port < first + 3; port++) {
                    listener(Protocol.TCP, LOOPBACK, port).close();
                    listener(Protocol.UDP, LOOPBACK, port).close();
                    listener(Protocol.TCP, OTHER, port).close();
                }
                return first;
            } catch (IOException e) {
                // somebody's
            }
        }
        throw new AssertionError("There are no three free ports in a row");
    }
}
