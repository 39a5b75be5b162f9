// Published ports under load: many at once, many connections, for long.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class PortLoadVmTest {

    private static final String REQUEST = "GET / HTTP/1.0\r\n\r\n";
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TCP = 160;
    private static final int UDP = 40;
    private static final int CONNECTIONS = 3_000;
    private static final int AT_ONCE = 500;
    /** An emulated guest on a busy computer takes a dozen connections a second, so the last of 500 waits for long. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @BeforeEach
    void makeImages(Wherry wherry) throws Exception {
        Containers.buildShell(wherry);
        Containers.buildSocat(wherry);
    }

    @AfterEach
    void remove(Wherry wherry) throws Exception {
        wherry.docker("rm", "-f", "steady", "web", "echo").run().succeeded();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void twoHundredPortsAtOnceAllLeadToTheirOwnServersAndLeaveNothingBehind(Wherry wherry, TestReporter figures)
            throws Exception {
        comeAndGo(wherry, FreePorts.one()); // what begins with the first port of each kind stays
        Footprint before = Footprint.of(wherry);
        int first = FreePorts.inARow(TCP + UDP);
        String range = first + "-" + (first + TCP - 1);
        long start = System.nanoTime();
        wherry.docker("run", "-d", "--name", "web", "-p", range + ":" + range, Containers.SHELL, "sh", "-c",
                "for p in $(seq %d %d); do mkdir /www/$p; echo at $p >/www/$p/index.html; httpd -p $p -h /www/$p; done; exec sleep 9999"
                        .formatted(first, first + TCP - 1))
                .run().succeeded();
        runEcho(wherry, first + TCP, UDP);
        long started = System.nanoTime();
        await().atMost(SOON).until(() -> wherry.status().path("ports").size() == 2 * (TCP + UDP)); // on both loopbacks
        long listening = System.nanoTime();
        for (int port = first; port < first + TCP; port++) {
            InetSocketAddress address = new InetSocketAddress(LOOPBACK, port);
            String expected = "at " + port;
            await("TCP " + port).atMost(SOON).ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> Http.get(address, REQUEST).contains(expected));
        }
        for (int port = first + TCP; port < first + TCP + UDP; port++) {
            awaitEcho(port);
        }
        figures.publishEntry("200 ports",
                "their containers took %d ms to start; after %d ms more all were there, after %d ms more each had answered"
                        .formatted((started - start) / 1_000_000, (listening - started) / 1_000_000,
                                (System.nanoTime() - listening) / 1_000_000));
        String listed = wherry.run("port");
        for (int port = first; port < first + TCP + UDP; port++) {
            assertThat(listed).contains("127.0.0.1:" + port + " -> ");
        }
        assertThat(listed).doesNotContain("PROBLEM");

        wherry.docker("rm", "-f", "web", "echo").run().succeeded();
        await().atMost(SOON).until(() -> wherry.status().path("ports").isEmpty());
        for (int port = first; port < first + TCP; port++) {
            InetSocketAddress address = new InetSocketAddress(LOOPBACK, port);
            assertThatThrownBy(() -> Http.get(address, REQUEST)).isInstanceOf(ConnectException.class);
        }
        Footprint.awaitNoMoreThan(before, wherry);
    }

    @Test
    void thousandsOfConnectionsHundredsAtOnceWhileContainersComeAndGoLeaveNothingBehind(Wherry wherry,
            TestReporter figures)
            throws Exception {
        churn(wherry, Duration.ofSeconds(35), figures);
    }

    @Test
    @Tag("soak")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void tenMinutesOfThemLeaveNothingBehindEither(Wherry wherry, TestReporter figures) throws Exception {
        churn(wherry, Duration.ofMinutes(10), figures);
    }

    private static void churn(Wherry wherry, Duration atLeast, TestReporter figures) throws Exception {
        int steady = FreePorts.one();
        wherry.docker("run", "-d", "--name", "steady", "-p", steady + ":80", Containers.SOCAT, "socat",
                "TCP4-LISTEN:80,fork,backlog=4096", "PIPE").run().succeeded();
        InetSocketAddress address = new InetSocketAddress(LOOPBACK, steady);
        await().atMost(SOON).ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Http.get(address, REQUEST).equals(REQUEST));
        comeAndGo(wherry, FreePorts.one()); // what begins with the first port of each kind stays
        Footprint before = Footprint.of(wherry);
        long end = System.nanoTime() + atLeast.toNanos();
        Rush rush = new Rush(address);
        AtomicInteger containers = new AtomicInteger();
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> rounds = beside.submit(() -> {
                do {
                    rush.run(CONNECTIONS);
                } while (System.nanoTime() < end);
                return null;
            });
            while (!rounds.isDone()) {
                comeAndGo(wherry, FreePorts.one());
                containers.incrementAndGet();
            }
            rounds.get();
        }
        assertThat(rush.failures).isEmpty();
        assertThat(rush.answered.get()).isPositive().isEqualTo(rush.begun.get());
        assertThat(containers).hasPositiveValue();
        Footprint.awaitNoMoreThan(before, wherry);
        figures.publishEntry(atLeast + " of churn",
                "%s connections, the slowest %s ms; %s times two containers; before %s, after %s".formatted(
                        rush.answered,
                        rush.slowest, containers, before, Footprint.of(wherry)));
        assertThat(wherry.status().path("ports")).isNotEmpty().allSatisfy(forward -> {
            assertThat(forward.path("guestPort").asInt()).isEqualTo(steady);
            assertThat(forward.path("open").asInt()).isZero();
        });
        JsonNode forward = wherry.status().path("ports").path(0);
        assertThat(forward.path("connections").asInt()).isGreaterThanOrEqualTo(rush.answered.get());
    }

    /** Short connections, hundreds at a time. */
    private static final class Rush {

        private final InetSocketAddress address;
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicLong slowest = new AtomicLong(); // in ms
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();

        Rush(InetSocketAddress address) {
            this.address = address;
        }

        void run(int connections) throws InterruptedException {
            Semaphore places = new Semaphore(AT_ONCE);
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < connections; i++) {
                    places.acquire();
                    begun.incrementAndGet();
                    clients.execute(() -> {
                        ask();
                        places.release();
                    });
                }
            }
        }

        private void ask() {
            long start = System.nanoTime();
            try {
                if (Http.get(address, REQUEST, PATIENCE).equals(REQUEST)) {
                    answered.incrementAndGet();
                }
            } catch (IOException e) {
                failures.add(e.toString());
            }
            slowest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
        }
    }

    /** A container whose two ports, TCP and UDP, answer for as long as it is there, and are free again afterwards. */
    private static void comeAndGo(Wherry wherry, int port) throws Exception {
        wherry.docker("run", "-d", "--name", "web", "-p", port + ":80", Containers.SHELL, "httpd", "-f", "-h", "/www")
                .run().succeeded();
        runEcho(wherry, port, 1);
        InetSocketAddress address = new InetSocketAddress(LOOPBACK, port);
        await().atMost(SOON).ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Http.get(address, REQUEST).contains("hello from a container"));
        for (int i = 0; i < 5; i++) { // from the first answer on none is refused
            assertThat(Http.get(address, REQUEST)).contains("hello from a container");
        }
        awaitEcho(port);
        wherry.docker("rm", "-f", "web", "echo").run().succeeded();
        await().atMost(SOON).untilAsserted(() -> {
            new ServerSocket(port, 1, LOOPBACK).close();
            new DatagramSocket(address).close();
        });
    }

    private static void runEcho(Wherry wherry, int first, int count) throws Exception {
        List<String> line = new ArrayList<>(List.of("run", "-d", "--name", "echo"));
        for (int port = first; port < first + count; port++) {
            line.addAll(List.of("-p", port + ":53/udp"));
        }
        line.addAll(List.of(Containers.SOCAT, "socat", "UDP4-RECVFROM:53,fork", "PIPE"));
        wherry.docker(line.toArray(String[]::new)).run().succeeded();
    }

    /** Asks again and again: nobody promises that a datagram arrives. */
    private static void awaitEcho(int port) throws IOException {
        byte[] question = ("to " + port).getBytes(UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(1_000);
            socket.connect(new InetSocketAddress(LOOPBACK, port));
            await("UDP " + port).atMost(SOON).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
                socket.send(new DatagramPacket(question, question.length));
                DatagramPacket answer = new DatagramPacket(new byte[100], 100);
                socket.receive(answer);
                return new String(answer.getData(), 0, answer.getLength(), UTF_8).equals("to " + port);
            });
        }
    }
}
