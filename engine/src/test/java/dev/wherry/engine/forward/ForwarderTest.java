// The accept loop when accepting goes wrong.
package dev.wherry.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class ForwarderTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void goesOnAcceptingAfterTheSystemRanOutOfFiles() throws IOException {
        AtomicInteger failures = new AtomicInteger();
        int port = FreePort.onLoopback();
        TcpListener tcp = TcpListener.bind(new InetSocketAddress(LOOPBACK, port));
        ConnectionListener starved = new ConnectionListener() {
            @Override
            public Incoming accept() throws IOException {
                if (failures.getAndIncrement() < 3) {
                    throw new IOException("Too many open files");
                }
                return tcp.accept();
            }

            @Override
            public void close() throws IOException {
                tcp.close();
            }
        };
        try (FakeGuest guest = new FakeGuest()) {
            guest.serveTcp("127.0.0.1:80", FakeGuest.ECHO);
            try (Forwarder _ = Forwarder.start(starved, from -> guest.openTcp("127.0.0.1", 80));
                    Socket client = new Socket(LOOPBACK, port)) {
                client.getOutputStream().write(7);
                assertThat(client.getInputStream().read()).isEqualTo(7);
            }
        }
        assertThat(failures.get()).isGreaterThan(3);
    }

    @Test
    void closingEndsADialThatIsStillWaiting() throws IOException {
        int port = FreePort.onLoopback();
        CountDownLatch dialling = new CountDownLatch(1);
        CountDownLatch gaveUp = new CountDownLatch(1);
        Forwarder forwarder = Forwarder.start(TcpListener.bind(new InetSocketAddress(LOOPBACK, port)), from -> {
            dialling.countDown();
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts down");
            } catch (InterruptedException e) {
                gaveUp.countDown();
                throw new IOException(e);
            }
        });
        try (Socket _ = new Socket(LOOPBACK, port)) {
            await().until(() -> dialling.getCount() == 0);
            forwarder.close();
            await().until(() -> gaveUp.getCount() == 0 && forwarder.traffic().open() == 0);
        }
    }
}
