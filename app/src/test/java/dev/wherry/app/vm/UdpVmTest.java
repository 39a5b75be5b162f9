// Published UDP ports on the host.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("vm")
@ExtendWith(SharedVm.class)
class UdpVmTest {

    private static final InetAddress LOOPBACK_4 = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress LOOPBACK_6 = InetAddress.ofLiteral("::1");
    private static final Duration SOON = Duration.ofSeconds(60);

    private int port;

    @BeforeEach
    void makeAnImageAndFindAPort(Wherry wherry) throws Exception {
        wherry.run("up");
        Containers.buildSocat(wherry);
        port = FreePorts.one();
    }

    @AfterEach
    void remove(Wherry wherry) throws Exception {
        wherry.run("up");
        wherry.docker("rm", "-f", "echo").run().succeeded();
    }

    @Test
    void aPortPublishedEverywhereAnswersManyClientsOnBothLoopbacksAndGoesWithItsContainer(Wherry wherry)
            throws Exception {
        int before = loopbackSockets(wherry.vm()).size();
        serve(wherry, "UDP4-RECVFROM:53,fork", "-p", port + ":53/udp");
        awaitEcho(LOOPBACK_4, "hello");
        awaitEcho(LOOPBACK_6, "hello");
        awaitEcho(LOOPBACK_4, "x".repeat(8_000));
        for (int i = 0; i < 20; i++) {
            awaitEcho(LOOPBACK_4, "client " + i);
        }
        JsonNode forward = wherry.status().path("ports").path(0);
        assertThat(forward.path("transport").asText()).isEqualTo("udp");
        assertThat(forward.path("received").asLong()).isGreaterThan(8_000);

        wherry.docker("rm", "-f", "echo").run().succeeded();
        await().atMost(SOON).until(() -> wherry.status().path("ports").isEmpty());
        new DatagramSocket(new InetSocketAddress(LOOPBACK_4, port)).close();
        await().atMost(SOON).until(() -> loopbackSockets(wherry.vm()).size() == before);
    }

    @Test
    void aPortOfTheGuestsLoopbackIsBackOnceAfterTheAgentWasKilledAndAfterAReboot(Wherry wherry) throws Exception {
        int before = loopbackSockets(wherry.vm()).size();
        serve(wherry, "UDP4-RECVFROM:53,fork", "--restart", "always", "-p", "127.0.0.1:" + port + ":53/udp");
        awaitEcho(LOOPBACK_4, "hello");

        Wherry.kill(wherry.agent().orElseThrow());
        assertThat(wherry.run("status")).contains("default is running");
        awaitEcho(LOOPBACK_4, "after the agent");
        assertThat(wherry.status().path("ports")).hasSize(1);
        assertThat(loopbackSockets(wherry.vm())).hasSize(before + 1);

        wherry.inGuest("sync");
        String boot = wherry.inGuest("cat /proc/sys/kernel/random/boot_id");
        wherry.wherry("ssh", "reboot").run();
        await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            Command.Result now = wherry.wherry("ssh", "cat /proc/sys/kernel/random/boot_id").run();
            return now.exitCode() == 0 && !now.stdout().strip().equals(boot);
        });
        awaitEcho(LOOPBACK_4, "after the reboot");
        assertThat(wherry.status().path("ports")).hasSize(1);
        assertThat(loopbackSockets(wherry.vm())).hasSize(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UDP4-RECVFROM:%d,fork", "UDP6-RECVFROM:%d,fork", "UDP4-RECVFROM:%d,bind=127.0.0.1,fork"})
    void aServerOnTheVmsNetworkIsReachedAndTheVmsOwnServicesAreNot(String listen, Wherry wherry) throws Exception {
        serve(wherry, listen.formatted(port), "--network", "host");
        awaitEcho(LOOPBACK_4, "hello");
        assertThat(wherry.status().path("ports")).isNotEmpty().allSatisfy(forward -> {
            assertThat(forward.path("guestPort").asInt()).isEqualTo(port);
            assertThat(forward.path("transport").asText()).isEqualTo("udp");
            assertThat(forward.path("problem").isNull()).isTrue();
        });
        wherry.docker("rm", "-f", "echo").run().succeeded();
        await().atMost(SOON).until(() -> wherry.status().path("ports").isEmpty());
        new DatagramSocket(new InetSocketAddress(LOOPBACK_4, port)).close();
    }

    private static void serve(Wherry wherry, String listen, String... options) throws Exception {
        String[] line = Stream.of(Stream.of("run", "-d", "--name", "echo"), Stream.of(options),
                Stream.of(Containers.SOCAT, "socat", listen, "PIPE")).flatMap(part -> part).toArray(String[]::new);
        wherry.docker(line).run().succeeded();
    }

    /** Asks again and again: nobody promises that a datagram arrives. */
    private void awaitEcho(InetAddress host, String text) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(1_000);
            Callable<Boolean> answered = () -> {
                byte[] question = text.getBytes(UTF_8);
                socket.send(new DatagramPacket(question, question.length, address));
                DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
                socket.receive(answer);
                return new String(answer.getData(), 0, answer.getLength(), UTF_8).equals(text);
            };
            await().atMost(SOON).ignoreExceptionsInstanceOf(IOException.class).until(answered);
        }
    }

    /** UDP sockets on 127.0.0.1 that QEMU holds: its ways into the guest. */
    private static Set<String> loopbackSockets(ProcessHandle vm) throws IOException {
        Set<String> held = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(vm.pid()), "fd"))) {
            for (Path file : files.toList()) {
                held.add(Files.readSymbolicLink(file).toString());
            }
        }
        held.retainAll(Files.readAllLines(Path.of("/proc/net/udp")).stream().map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[1].startsWith("0100007F:")).map(fields -> "socket:[" + fields[9] + "]")
                .toList());
        return held;
    }
}
