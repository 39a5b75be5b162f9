// The control protocol between a real client and a real server, over a real socket.
package dev.wherry.engine.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.TerminalSize;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlProtocolTest {

    private static final MachineReport REPORT = new MachineReport("default", MachineState.RUNNING,
            "2026-01-01T00:00:00Z",
            null, 1, null, "/run/docker.sock", null,
            List.of(new MachineReport.Port("web", "127.0.0.1:8080", 8080, 80, "tcp", "taken", 2, 3, 4, 5)),
            List.of(new MachineReport.Share("/home/me", "/home/me", false, true, null)));

    private final AtomicInteger left = new AtomicInteger();
    private final FakeProcess process = new FakeProcess();
    private volatile Consumer<Progress> telling = progress -> {
    };
    private final AtomicInteger watchers = new AtomicInteger();
    private volatile List<MachineReport> watched = List.of();
    private Path folder;
    private Path socket;
    private ControlServer server;

    @BeforeEach
    void serve() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "w");
        socket = folder.resolve("agent.sock");
        server = new ControlServer(socket, new FakeCalls(), left::incrementAndGet);
        Thread.ofVirtual().start(server::run);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        assertThat(socket).doesNotExist();
        Files.delete(folder);
    }

    @Test
    void aCallReturnsItsResultAfterItsProgress() throws Exception {
        List<Progress> heard = new ArrayList<>();
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            assertThat(client.up(Overrides.NONE, heard::add)).isEqualTo(REPORT);
            assertThat(heard).containsExactly(new Progress("boot", 0.25, "Booting Linux"));
            assertThat(client.status()).isEqualTo(REPORT);
        }
        await().until(() -> server.isIdle() && left.get() == 1);
    }

    @Test
    void whoWatchesIsToldOfEveryChangeAndKeepsNoAgentFromLeaving() throws Exception {
        MachineReport stopped = new MachineReport("default", MachineState.STOPPED, null, null, 0, null, "/s", null,
                List.of(), List.of());
        watched = List.of(REPORT, stopped);
        List<MachineReport> heard = new CopyOnWriteArrayList<>();
        ControlClient client = ControlClient.connect(socket, "default");
        Thread watching = Thread.ofVirtual().start(() -> {
            try {
                client.watch(heard::add);
            } catch (AgentException e) {
                // The client was closed.
            }
        });
        await().untilAsserted(() -> assertThat(heard).containsExactly(REPORT, stopped));
        assertThat(server.isIdle()).isTrue();
        client.close();
        watching.join(Duration.ofSeconds(5));
        await("the agent's end is gone too").until(() -> watchers.get() == 0 && left.get() == 1);
    }

    @Test
    void aFailureArrivesWithItsKindAndRemedy() throws Exception {
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            assertThatThrownBy(() -> client.down(progress -> {
            })).isInstanceOfSatisfying(AgentException.class, e -> {
                assertThat(e.kind()).isEqualTo(AgentException.Kind.PRECHECK);
                assertThat(e).hasMessage("It is Monday.");
                assertThat(e.remedy()).isEqualTo("Wait a day.");
            });
            assertThat(client.status()).as("the connection goes on").isEqualTo(REPORT);
        }
    }

    @Test
    void aDefectInTheAgentIsAnErrorAndNoLostConnection() throws Exception {
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            assertThatThrownBy(() -> client.delete(progress -> {
            })).isInstanceOf(AgentException.class).hasMessageContaining("delete").hasMessageContaining("a defect");
            assertThat(client.status()).isEqualTo(REPORT);
        }
    }

    @Test
    void aClientOfAnotherVersionIsToldWhatToDoAndMayStillAskTheAgentToLeave() throws Exception {
        try (SocketChannel stranger = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            stranger.connect(UnixDomainSocketAddress.of(socket));
            String answers = talk(stranger, """
                    {"jsonrpc":"2.0","id":1,"method":"hello","params":{"protocol":999}}
                    {"jsonrpc":"2.0","id":2,"method":"status"}
                    {"jsonrpc":"2.0","id":3,"method":"quit"}
                    """);
            assertThat(answers.lines()).hasSize(3);
            assertThat(answers.lines().limit(2)).allMatch(line -> line.contains("wherry restart --agent"));
            assertThat(answers.lines().skip(2)).first().asString().contains("\"result\"");
        }
    }

    @Test
    void anAgentThatIsLeavingLetsNobodyIn() throws Exception {
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            assertThat(server.endAcceptingIfIdle()).as("somebody is connected").isFalse();
            server.endAccepting();
            assertThat(client.status()).as("who is connected is served on").isEqualTo(REPORT);
            assertThatThrownBy(() -> ControlClient.connect(socket, "default")).isInstanceOf(IOException.class);
        }
        assertThat(server.endAcceptingIfIdle()).isTrue();
    }

    @Test
    void whoeverAsksAnAgentToLeaveThatIsGoneWhenItsWordComesHasWhatItWanted() throws Exception {
        Path leaving = folder.resolve("leaving.sock");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(leaving));
            Thread agent = Thread.ofVirtual().start(() -> {
                try {
                    listener.accept().close();
                } catch (IOException e) {
                    // The test is over.
                }
            });
            ControlClient.quit(leaving);
            assertThat(agent.join(Duration.ofSeconds(5))).isTrue();
        } finally {
            Files.delete(leaving);
        }
    }

    @Test
    void anAgentThatDoesNotAnswerIsSaidToBeSilentAndNotToHaveLeft() throws Exception {
        Path silent = folder.resolve("silent.sock");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(silent));
            try (RpcConnection connection = RpcConnection.open(silent)) {
                assertThatThrownBy(() -> connection.call(Protocol.STATUS, Map.of(), Duration.ofSeconds(1), progress -> {
                })).isInstanceOf(AgentException.class).hasMessageEndingWith("it did not answer within 1 seconds.");
                assertThat(connection.isSilent()).isTrue();
            }
        } finally {
            Files.delete(silent);
        }
    }

    @Test
    void whatIsNoJsonIsAnsweredWithAParseErrorAndTheEnd() throws Exception {
        try (SocketChannel stranger = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            stranger.connect(UnixDomainSocketAddress.of(socket));
            assertThat(talk(stranger, "GET / HTTP/1.1\r\n\r\n")).contains("-32700");
        }
        await().until(() -> server.isIdle());
    }

    @Test
    void aMessageWithoutEndIsCutOff() throws Exception {
        try (SocketChannel stranger = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            stranger.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
            assertThatThrownBy(() -> {
                for (int i = 0; i < 100; i++) {
                    stranger.write(chunk.rewind());
                }
            }).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aCommandsStreamsAndExitCodeComeThroughWhole() throws Exception {
        byte[] output = new byte[1_000_000];
        new Random(7).nextBytes(output);
        process.stdout = new ByteArrayInputStream(output);
        process.stderr = new ByteArrayInputStream("careful".getBytes(UTF_8));
        process.exitCode = 42;
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            RemoteProcess remote = client.exec(GuestCommand.of("cat"));
            remote.resize(new TerminalSize(132, 43));
            process.awaitStdinBeforeExit = true;
            assertThat(remote.attach(new ByteArrayInputStream("input\0\377".getBytes(UTF_8)), stdout, stderr))
                    .isEqualTo(42);
        }
        assertThat(stdout.toByteArray()).isEqualTo(output);
        assertThat(stderr).hasToString("careful");
        assertThat(process.stdin.toString(UTF_8)).isEqualTo("input\0\377");
        assertThat(process.resizedTo).isEqualTo(new TerminalSize(132, 43));
        assertThat(process.line).isEqualTo("cat");
    }

    @Test
    void aClientThatLeavesHangsUpItsCommand() throws Exception {
        process.stdout = new BlockingInput();
        ControlClient client = ControlClient.connect(socket, "default");
        try (RemoteProcess remote = client.exec(GuestCommand.of("sleep 1000"))) {
            assertThat(remote).isNotNull();
        }
        await().until(() -> process.closed.getCount() == 0);
        await().until(() -> server.isIdle());
    }

    @Test
    void signalsOvertakeInputThatTheCommandDoesNotRead() throws Exception {
        process.stdout = new BlockingInput();
        process.readsNothing = true;
        try (ControlClient client = ControlClient.connect(socket, "default");
                RemoteProcess remote = client.exec(GuestCommand.of("sleep 1000"))) {
            Endless input = new Endless();
            Thread attached = attach(remote, input);
            await().until(() -> input.taken.get() >= Frame.AHEAD);
            remote.signal("INT");
            assertThat(process.signals.poll(10, TimeUnit.SECONDS)).isEqualTo("INT");
            assertThat(input.taken.get()).as("bytes taken from the caller")
                    .isLessThanOrEqualTo(Frame.AHEAD + Frame.LARGEST);
            process.stdout.close();
            process.closed.countDown();
            assertThat(attached.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void aClientThatLeavesHangsUpACommandThatReadsNothing() throws Exception {
        process.stdout = new BlockingInput();
        process.readsNothing = true;
        ControlClient client = ControlClient.connect(socket, "default");
        Endless input = new Endless();
        RemoteProcess remote = client.exec(GuestCommand.of("sleep 1000"));
        Thread attached = attach(remote, input);
        await().until(() -> input.taken.get() >= Frame.AHEAD);
        remote.close();
        await().until(() -> process.closed.getCount() == 0 && server.isIdle());
        assertThat(attached.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aCommandWhoseOutputNobodyReadsEndsAsAProgramOnAPipeDoes() throws Exception {
        process.stdout = new ByteArrayInputStream("y".getBytes(UTF_8));
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            RemoteProcess remote = client.exec(GuestCommand.of("yes"));
            assertThat(remote.attach(InputStream.nullInputStream(), failing("Broken pipe"),
                    OutputStream.nullOutputStream())).isEqualTo(128 + 13);
        }
    }

    @Test
    void theStartForACommandIsToldOfBeforeItAndNeverAmongWhatItPrints() throws Exception {
        List<Progress> heard = new ArrayList<>();
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        process.stdout = new ByteArrayInputStream("hello".getBytes(UTF_8));
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            RemoteProcess remote = client.exec(GuestCommand.of("echo hello"), heard::add);
            telling.accept(new Progress("running", 1, "Running"));
            assertThat(remote.attach(InputStream.nullInputStream(), stdout, OutputStream.nullOutputStream())).isZero();
        }
        assertThat(heard).containsExactly(new Progress("boot", 0.25, "Booting Linux"));
        assertThat(stdout).hasToString("hello");
    }

    @Test
    void outputThatCannotBeWrittenIsAnError() throws Exception {
        process.stdout = new ByteArrayInputStream("y".getBytes(UTF_8));
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            RemoteProcess remote = client.exec(GuestCommand.of("yes"));
            assertThatThrownBy(() -> remote.attach(InputStream.nullInputStream(), failing("No space left on device"),
                    OutputStream.nullOutputStream())).hasMessageContaining("No space left on device");
        }
    }

    @Test
    void aCommandWhoseEndIsLostIsAnErrorAndNoExitCode() throws Exception {
        process.lost = "the guest is gone";
        try (ControlClient client = ControlClient.connect(socket, "default")) {
            RemoteProcess remote = client.exec(GuestCommand.of("true"));
            assertThatThrownBy(() -> remote.attach(InputStream.nullInputStream(), new ByteArrayOutputStream(),
                    new ByteArrayOutputStream())).hasMessageContaining("the guest is gone");
        }
    }

    private static Thread attach(RemoteProcess remote, InputStream stdin) {
        return Thread.ofVirtual().start(() -> {
            try {
                remote.attach(stdin, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
            } catch (AgentException e) {
                // The test has closed the connection.
            }
        });
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }

    /** Input without end, which counts what is taken of it. */
    private static final class Endless extends InputStream {
        private final AtomicInteger taken = new AtomicInteger();

        @Override
        public int read() {
            throw new UnsupportedOperationException("one byte at a time");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            taken.addAndGet(length);
            return length;
        }
    }

    private static String talk(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        channel.shutdownOutput();
        return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
    }

    private final class FakeCalls implements Calls {
        @Override
        public Object call(String method, JsonNode params, Consumer<Progress> progress) throws AgentException {
            return switch (method) {
                case Protocol.UP -> {
                    progress.accept(new Progress("boot", 0.25, "Booting Linux"));
                    yield REPORT;
                }
                case Protocol.STATUS -> REPORT;
                case Protocol.QUIT -> Map.of();
                case Protocol.DOWN ->
                    throw new AgentException(AgentException.Kind.PRECHECK, "It is Monday.", "Wait a day.");
                default -> throw new IllegalStateException("a defect");
            };
        }

        @Override
        public void watch(JsonNode params, Reports reports) throws IOException, InterruptedException {
            for (MachineReport report : watched) {
                reports.tell(report);
            }
            watchers.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } finally {
                watchers.decrementAndGet();
            }
        }

        @Override
        public GuestProcess exec(JsonNode params, GuestCommand command, Consumer<Progress> progress) {
            progress.accept(new Progress("boot", 0.25, "Booting Linux"));
            telling = progress;
            process.line = command.line();
            return process;
        }
    }
}
