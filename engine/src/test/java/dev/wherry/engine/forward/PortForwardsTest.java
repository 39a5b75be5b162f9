// Published ports on this host, through real sockets, with the guest's side served locally.
package dev.wherry.engine.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

import dev.wherry.engine.docker.FakeContainers;
import dev.wherry.engine.docker.RunningContainers;
import dev.wherry.engine.forward.PortForward.State;
import dev.wherry.engine.host.PortHolder.Transport;
import dev.wherry.engine.host.ports.HostPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortForwardsTest {

    private static final InetAddress V4 = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress V6 = InetAddress.ofLiteral("::1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("127.0.0.2");

    private final List<List<PortForward>> told = new CopyOnWriteArrayList<>();
    private FakeContainers containers;
    private FakeGuest guest;
    private FakeDatagrams datagrams;
    private PortForwards forwards;
    private RunningContainers followed;
    private int port;

    @BeforeEach
    void startForwards() throws IOException {
        containers = new FakeContainers();
        guest = new FakeGuest();
        datagrams = new FakeDatagrams();
        port = FreePort.onLoopback();
        guest.serveTcp("127.0.0.1:" + port, FakeGuest.ECHO);
        forwards = PortForwards.start(guest, datagrams, PortPolicy.LOOPBACK, "wherry -m work", told::add);
        followed = RunningContainers.follow(containers.client(), List.of(forwards));
        await().until(() -> containers.listings() == 1);
    }

    @AfterEach
    void stopForwards() throws IOException {
        followed.close();
        forwards.close();
        guest.close();
        datagrams.close();
        containers.close();
    }

    @Test
    void aPortPublishedEverywhereAnswersOnBothLoopbackAddressesAndNowhereElse() throws IOException {
        assumeTrue(TcpListener.canListenOn(V6), "this host has IPv6");
        containers.start("web", "0.0.0.0:" + port + ":80/tcp", ":::" + port + ":80/tcp");
        awaitListening(2);
        assertThat(ask(V4, "hello")).isEqualTo("hello");
        assertThat(ask(V6, "hello")).isEqualTo("hello");
        assertThat(guest.dialled).containsOnly("127.0.0.1:" + port);
        assertThatIOException().isThrownBy(() -> ask(OTHER, "hello")).isInstanceOf(ConnectException.class);
    }

    @Test
    void aPortPublishedOnOneLoopbackAddressAnswersThereOnly() throws IOException {
        containers.start("web", "127.0.0.1:" + port + ":80/tcp");
        awaitListening(1);
        assertThat(ask(V4, "hello")).isEqualTo("hello");
        assertThatIOException().isThrownBy(() -> ask(V6, "hello")).isInstanceOf(ConnectException.class);
        assertThatIOException().isThrownBy(() -> ask(OTHER, "hello")).isInstanceOf(ConnectException.class);
    }

    @Test
    void aClientThatHalfClosesStillGetsTheWholeResponse() throws IOException {
        byte[] response = new byte[2_000_000];
        new Random(3).nextBytes(response);
        publish("web", connection -> {
            connection.input().readAllBytes(); // only a half-close lets this return
            connection.output().write(response);
        });
        try (Socket client = new Socket(V4, port)) {
            client.getOutputStream().write("GET".getBytes(UTF_8));
            client.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(response);
        }
        await().untilAsserted(() -> assertThat(traffic()).isEqualTo(new Traffic(0, 1, 3, response.length)));
    }

    @Test
    void aRuleMovesAPortAtOnceAndAConnectionThroughAnotherGoesOn() throws IOException {
        int moved = FreePort.onLoopback();
        int second = FreePort.onLoopback();
        guest.serveTcp("127.0.0.1:" + second, FakeGuest.ECHO);
        containers.start("web", "127.0.0.1:" + port + ":80/tcp", "127.0.0.1:" + second + ":81/tcp");
        awaitListening(2);
        try (Socket client = new Socket(V4, second)) {
            exchange(client, "before");
            forwards.set(new PortPolicy(false, Map.of(port, new PortPolicy.Rule.Move(moved))));
            await().until(() -> forwards.snapshot().stream().anyMatch(one -> one.host().getPort() == moved));
            exchange(client, "after");
        }
        assertThatIOException().isThrownBy(() -> ask(V4, "hello")).isInstanceOf(ConnectException.class);
        forwards.set(PortPolicy.LOOPBACK);
        await().ignoreExceptionsInstanceOf(IOException.class).until(() -> ask(V4, "hello").equals("hello"));
    }

    @Test
    void aTakenPortIsANamedConflictUntilItIsFree() throws IOException {
        try (ServerSocket other = new ServerSocket(port, 1, V4)) {
            containers.start("web", "127.0.0.1:" + port + ":80/tcp");
            await().until(() -> !forwards.snapshot().isEmpty());
            assertThat(other.isBound()).isTrue();
            assertThat(forwards.snapshot()).singleElement().satisfies(forward -> {
                assertThat(forward.containerName()).isEqualTo("web");
                assertThat(forward.containerPort()).isEqualTo(80);
                assertThat(forward.state()).isInstanceOfSatisfying(State.Conflict.class,
                        conflict -> assertThat(conflict.reason()).contains("127.0.0.1:" + port,
                                "taken by another of Wherry's machines"));
            });
        }
        awaitListening(1);
        assertThat(ask(V4, "hello")).isEqualTo("hello");
        await().untilAsserted(() -> assertThat(told).hasSize(2)); // the conflict, and its end
    }

    @Test
    void aTakenPortIsReachedAtTheOfferedOneOnceThatIsTheRule() throws IOException {
        try (ServerSocket other = new ServerSocket(port, 1, V4)) {
            containers.start("web", "127.0.0.1:" + port + ":80/tcp");
            await().until(() -> !forwards.snapshot().isEmpty());
            String reason = ((State.Conflict) forwards.snapshot().getFirst().state()).reason();
            int offered = Integer.parseInt(reason.replaceAll(".*wherry -m work config set ports\\." + port + " ", ""));
            forwards.set(new PortPolicy(false, Map.of(port, new PortPolicy.Rule.Move(offered))));
            awaitListening(1);
            assertThat(other.isBound()).isTrue();
            assertThat(ask(new InetSocketAddress(V4, offered), "hello")).isEqualTo("hello");
        }
    }

    @Test
    void theProgramThatHasThePortIsNamed() throws Exception {
        Process other = new ProcessBuilder("socat", "TCP-LISTEN:" + port + ",bind=127.0.0.1,fork", "/dev/null").start();
        try {
            await().until(() -> HostPorts.ofHost().of(Transport.TCP, new InetSocketAddress(V4, port)).isPresent());
            containers.start("web", "127.0.0.1:" + port + ":80/tcp");
            await().untilAsserted(() -> assertThat(forwards.snapshot()).singleElement()
                    .satisfies(forward -> assertThat(forward.state()).isInstanceOfSatisfying(State.Conflict.class,
                            conflict -> assertThat(conflict.reason())
                                    .contains("is taken by socat (process " + other.pid() + ")"))));
        } finally {
            other.destroyForcibly().waitFor();
        }
        awaitListening(1);
    }

    @Test
    void aPortTakenOnOneAddressIsAConflictThereOnly() throws IOException {
        assumeTrue(TcpListener.canListenOn(V6), "this host has IPv6");
        try (ServerSocket _ = new ServerSocket(port, 1, V6)) {
            containers.start("web", "0.0.0.0:" + port + ":80/tcp");
            await().until(() -> forwards.snapshot().size() == 2);
            assertThat(ask(V4, "hello")).isEqualTo("hello");
            assertThat(forwards.snapshot()).extracting(forward -> forward.state() instanceof State.Listening)
                    .containsExactly(true, false);
        }
    }

    @Test
    void twoContainersThatWantTheSamePortAreToldOfEachOther() throws IOException {
        containers.start("a", "127.0.0.1:" + port + ":80/tcp");
        containers.start("b", "10.0.2.15:" + port + ":80/tcp");
        await().until(() -> forwards.snapshot().size() >= 2);
        assertThat(forwards.snapshot()).filteredOn(forward -> forward.host().getAddress().getAddress().length == 4)
                .satisfiesExactly(a -> assertThat(a.state()).isEqualTo(new State.Listening()),
                        b -> assertThat(b.state()).isInstanceOfSatisfying(State.Conflict.class,
                                conflict -> assertThat(conflict.reason()).contains("belongs to container a")));
    }

    @Test
    void aContainerRemovedDuringADownloadEndsTheConnectionAndFreesThePort() throws IOException {
        publish("web", connection -> {
            while (true) {
                connection.output().write(new byte[8192]);
            }
        });
        try (Socket client = new Socket(V4, port)) {
            assertThat(client.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);
            containers.remove("web");
            await().until(() -> forwards.snapshot().isEmpty());
            drain(client);
        }
        await().until(() -> guest.open() == 0);
        try (ServerSocket mine = new ServerSocket(port, 1, V4)) {
            assertThat(mine.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    void aConnectionGoesOnWhileOtherContainersComeAndGo() throws IOException {
        containers.start("web", "127.0.0.1:" + port + ":80/tcp");
        awaitListening(1);
        try (Socket client = new Socket(V4, port)) {
            exchange(client, "before");
            int second = FreePort.onLoopback();
            containers.start("other", "127.0.0.1:" + second + ":80/tcp");
            awaitListening(2);
            containers.remove("other");
            awaitListening(1);
            exchange(client, "after");
        }
    }

    @Test
    void aPortWhoseContainerDoesNotAnswerIsResetNotEmpty() throws IOException {
        int dead = FreePort.onLoopback();
        containers.start("web", "127.0.0.1:" + dead + ":80/tcp");
        awaitListening(1);
        try (Socket client = new Socket(V4, dead)) {
            assertThatIOException().isThrownBy(() -> client.getInputStream().read()).withMessageContaining("reset");
        }
    }

    @Test
    void forwardsAreBackOnceEachAfterALostSessionAndAReboot() throws IOException {
        containers.start("stays", "127.0.0.1:" + port + ":80/tcp");
        int second = FreePort.onLoopback();
        containers.start("goes", "127.0.0.1:" + second + ":80/tcp");
        awaitListening(2);
        try (Socket client = new Socket(V4, port)) {
            exchange(client, "before");
            guest.lose();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        containers.forget("goes"); // it had no restart policy
        containers.engine.cut();
        guest.found();
        awaitListening(1);
        assertThat(ask(V4, "again")).isEqualTo("again");
    }

    @Test
    void tcpAndUdpOnOnePortComeAndGoInAnyOrder() throws IOException {
        String tcp = "127.0.0.1:" + port + ":53/tcp";
        String udp = "127.0.0.1:" + port + ":53/udp";
        containers.start("dns", udp);
        awaitListening(1);
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
        containers.start("dns", udp, tcp);
        awaitListening(2);
        assertThat(ask(V4, "hello")).isEqualTo("hello");
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
        containers.start("dns", tcp);
        awaitListening(1);
        assertThat(ask(V4, "hello")).isEqualTo("hello");
        containers.start("dns", tcp, udp);
        awaitListening(2);
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
        containers.start("dns", udp);
        awaitListening(1);
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
        containers.remove("dns");
        await().until(() -> forwards.snapshot().isEmpty() && datagrams.open().isEmpty());
        new DatagramSocket(new InetSocketAddress(V4, port)).close();
    }

    @Test
    void udpPublishedEverywhereAnswersOnBothLoopbackAddressesByOneWayIntoTheGuest() throws IOException {
        assumeTrue(TcpListener.canListenOn(V6), "this host has IPv6");
        containers.start("dns", "0.0.0.0:" + port + ":53/udp", ":::" + port + ":53/udp");
        awaitListening(2);
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
        assertThat(askByUdp(V6, "hello")).isEqualTo("hello");
        assertThat(datagrams.open()).containsOnlyKeys(UdpPaths.FIRST);
        assertThat(guest.commands).singleElement().asString()
                .contains("-A WHERRY -p udp --dport 61000 -j REDIRECT --to-ports " + port + "\n");
        await().untilAsserted(() -> assertThat(forwards.snapshot()).extracting(PortForward::traffic)
                .containsExactly(new Traffic(1, 1, 5, 5), new Traffic(1, 1, 5, 5)));
    }

    @Test
    void waysForUdpThatAnEarlierAgentLeftAreUsedAgainOrTakenAway() throws IOException {
        datagrams.open(UdpPaths.FIRST);
        datagrams.open(UdpPaths.FIRST + 5);
        datagrams.open(53); // not ours
        containers.start("dns", "127.0.0.1:" + port + ":53/udp");
        awaitListening(1);
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
        assertThat(datagrams.open()).containsOnlyKeys(53, UdpPaths.FIRST);
        containers.remove("dns");
        await().until(() -> datagrams.open().keySet().equals(Set.of(53)));
    }

    @Test
    void theGuestIsToldTheUdpRulesAgainAfterAReboot() throws IOException {
        containers.start("dns", "127.0.0.1:" + port + ":53/udp");
        awaitListening(1);
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
        assertThat(traffic().open()).isEqualTo(1);
        int before = guest.commands.size();
        containers.engine.cut();
        await().until(() -> guest.commands.size() == before + 1);
        assertThat(guest.commands.getLast()).contains("DNAT --to-destination 127.0.0.1:" + port);
        await().until(() -> traffic().open() == 0); // the next datagram comes from another socket
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
    }

    @Test
    void aTakenUdpPortIsANamedConflictUntilItIsFree() throws IOException {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(V4, port))) {
            containers.start("dns", "127.0.0.1:" + port + ":53/udp");
            await().untilAsserted(() -> assertThat(forwards.snapshot()).singleElement()
                    .satisfies(forward -> assertThat(forward.state()).isInstanceOfSatisfying(State.Conflict.class,
                            conflict -> assertThat(conflict.reason()).contains("127.0.0.1:" + port, "is taken by"))));
            assertThat(other.isBound()).isTrue();
        }
        awaitListening(1);
        assertThat(askByUdp(V4, "hello")).isEqualTo("hello");
    }

    @Test
    void udpPublishedOnIpv6AloneIsSaidToBeOutOfReach() throws IOException {
        assumeTrue(TcpListener.canListenOn(V6), "this host has IPv6");
        containers.start("dns", "::1:" + port + ":53/udp");
        await().untilAsserted(() -> assertThat(forwards.snapshot()).singleElement()
                .satisfies(forward -> assertThat(forward.state()).isInstanceOfSatisfying(State.Conflict.class,
                        conflict -> assertThat(conflict.reason()).contains("IPv6 alone", "-p " + port + ":53/udp"))));
    }

    @Test
    void aBurstOfEventsIsFewListings() throws IOException {
        for (int i = 0; i < 200; i++) {
            containers.tell("web", "start");
        }
        containers.start("web", "127.0.0.1:" + port + ":80/tcp");
        awaitListening(1);
        assertThat(containers.listings()).isLessThan(100);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threeThousandShortConnectionsLeaveNothingBehind() throws IOException {
        containers.start("web", "127.0.0.1:" + port + ":80/tcp");
        awaitListening(1);
        assertThat(ask(V4, "warm")).isEqualTo("warm");
        await().until(() -> traffic().open() == 0);
        long before = OpenFiles.sockets();
        for (int i = 0; i < 3000; i++) {
            assertThat(ask(V4, "hello")).isEqualTo("hello");
        }
        await().untilAsserted(() -> assertThat(traffic()).isEqualTo(new Traffic(0, 3001, 15_004, 15_004)));
        await().untilAsserted(() -> assertThat(OpenFiles.sockets()).isLessThanOrEqualTo(before));
        assertThat(guest.open()).isZero();
    }

    @Test
    void fiveHundredConnectionsWorkAtOnce() throws Exception {
        Semaphore arrived = new Semaphore(0);
        Semaphore answer = new Semaphore(0);
        publish("web", connection -> {
            arrived.release();
            answer.acquireUninterruptibly();
            FakeGuest.ECHO.serve(connection);
        });
        List<Thread> clients = new ArrayList<>();
        List<String> answers = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 500; i++) {
            clients.add(Thread.ofVirtual().start(() -> {
                try {
                    answers.add(ask(V4, "hello"));
                } catch (IOException e) {
                    answers.add(e.toString());
                }
            }));
        }
        arrived.acquire(500);
        assertThat(traffic().open()).isEqualTo(500);
        answer.release(500);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(answers).hasSize(500).containsOnly("hello");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void twoHundredPortsComeAndGoAgainAndAgainAndLeaveNothingBehind() throws IOException {
        Set<String> published = new LinkedHashSet<>();
        while (published.size() < 200) {
            published.add("127.0.0.1:" + FreePort.onLoopback() + (published.size() % 2 == 0 ? ":80/tcp" : ":53/udp"));
        }
        containers.start("warm", "127.0.0.1:" + port + ":53/udp");
        awaitListening(1);
        containers.remove("warm");
        await().until(() -> forwards.snapshot().isEmpty() && datagrams.open().isEmpty());
        long before = OpenFiles.sockets();
        for (int round = 0; round < 5; round++) {
            containers.start("many", published.toArray(String[]::new));
            await().untilAsserted(() -> assertThat(forwards.snapshot()).hasSize(200)
                    .filteredOn(forward -> forward.state() instanceof State.Listening).hasSizeGreaterThan(190));
            containers.remove("many");
            await().until(() -> forwards.snapshot().isEmpty() && datagrams.open().isEmpty());
        }
        await().untilAsserted(() -> assertThat(OpenFiles.sockets()).isLessThanOrEqualTo(before));
    }

    @Test
    void closingEndsListenersAndConnections() throws IOException {
        containers.start("web", "127.0.0.1:" + port + ":80/tcp");
        awaitListening(1);
        try (Socket client = new Socket(V4, port)) {
            exchange(client, "before");
            forwards.close();
            drain(client);
        }
        assertThatIOException().isThrownBy(() -> ask(V4, "hello")).isInstanceOf(ConnectException.class);
        assertThat(forwards.snapshot()).isEmpty();
        await().until(() -> guest.open() == 0);
    }

    /** Publishes a service of container {@code name} on 127.0.0.1:port, in place of the echo there. */
    private void publish(String name, FakeGuest.Service service) throws IOException {
        guest.serveTcp("127.0.0.1:" + port, service);
        containers.start(name, "127.0.0.1:" + port + ":80/tcp");
        awaitListening(1);
    }

    private void awaitListening(int count) {
        await().untilAsserted(() -> assertThat(forwards.snapshot()).hasSize(count)
                .allSatisfy(forward -> assertThat(forward.state()).isEqualTo(new State.Listening())));
    }

    private Traffic traffic() {
        return forwards.snapshot().getFirst().traffic();
    }

    private String ask(InetAddress host, String question) throws IOException {
        return ask(new InetSocketAddress(host, port), question);
    }

    private static String ask(InetSocketAddress address, String question) throws IOException {
        try (Socket client = new Socket()) {
            client.connect(address, 5000);
            client.getOutputStream().write(question.getBytes(UTF_8));
            client.shutdownOutput();
            return new String(client.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private String askByUdp(InetAddress host, String question) throws IOException {
        return FakeDatagrams.ask(new InetSocketAddress(host, port), question);
    }

    private static void exchange(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
        assertThat(client.getInputStream().readNBytes(text.length())).asString(UTF_8).isEqualTo(text);
    }

    /** Reads to the end, be it orderly or not. */
    private static void drain(Socket client) throws IOException {
        client.setSoTimeout(5000);
        try {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }
}
