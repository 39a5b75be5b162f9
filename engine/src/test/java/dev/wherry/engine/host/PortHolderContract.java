// What every way to find the holder of a port must find.
package dev.wherry.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

import dev.wherry.engine.host.PortHolder.Transport;
import org.junit.jupiter.api.Test;

/** Each implementation's test extends this. */
public abstract class PortHolderContract {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress ANY = InetAddress.ofLiteral("0.0.0.0");
    private static final InetAddress OTHER = InetAddress.ofLiteral("127.0.0.2");

    protected abstract PortHolder holder();

    @Test
    void theProgramThatListensIsFoundByNameAndProcess() throws Exception {
        int port = freePort();
        Process socat = new ProcessBuilder("socat", "TCP-LISTEN:" + port + ",bind=127.0.0.1", "/dev/null").start();
        try {
            InetSocketAddress address = new InetSocketAddress(LOOPBACK, port);
            await().until(() -> holder().of(Transport.TCP, address).isPresent());
            assertThat(holder().of(Transport.TCP, address)).hasValue(new PortHolder.Program("socat", socat.pid()));
            assertThat(holder().of(Transport.TCP, new InetSocketAddress(ANY, port))).isPresent();
            assertThat(holder().of(Transport.TCP, new InetSocketAddress(OTHER, port))).isEmpty();
        } finally {
            socat.destroyForcibly().waitFor();
        }
    }

    @Test
    void whoListensOnEveryAddressIsInTheWayOnEach() throws IOException {
        try (ServerSocket mine = new ServerSocket(0)) {
            assertThat(holder().of(Transport.TCP, new InetSocketAddress(LOOPBACK, mine.getLocalPort())))
                    .hasValueSatisfying(program -> assertThat(program.pid()).isEqualTo(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aFreePortHasNoHolderAndNeitherHasOneThatIsOnlyTalkedFrom() throws IOException {
        assertThat(holder().of(Transport.TCP, new InetSocketAddress(LOOPBACK, freePort()))).isEmpty();
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Socket client = new Socket(LOOPBACK, server.getLocalPort())) {
            assertThat(holder().of(Transport.TCP, new InetSocketAddress(LOOPBACK, client.getLocalPort()))).isEmpty();
        }
    }

    @Test
    void whoHasAUdpPortIsFoundAndNobodyForTheSamePortOfTcp() throws IOException {
        try (DatagramSocket mine = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            InetSocketAddress address = new InetSocketAddress(LOOPBACK, mine.getLocalPort());
            assertThat(holder().of(Transport.UDP, address))
                    .hasValueSatisfying(program -> assertThat(program.pid()).isEqualTo(ProcessHandle.current().pid()));
            assertThat(holder().of(Transport.UDP, new InetSocketAddress(OTHER, mine.getLocalPort()))).isEmpty();
            assertThat(holder().of(Transport.TCP, address)).isEmpty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
