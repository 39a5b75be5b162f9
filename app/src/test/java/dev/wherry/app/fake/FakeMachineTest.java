// The machine that is not there, through the clients of the app.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.agent.Progress;
import dev.wherry.engine.agent.RemoteProcess;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.TerminalSize;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeMachineTest {

    private FakeMachine machine;
    private AgentLauncher launcher;

    @BeforeEach
    void make() throws IOException {
        machine = FakeMachine.running(8);
        launcher = new AgentLauncher(machine.directories(), "default");
    }

    @AfterEach
    void close() throws IOException {
        machine.close();
        assertThat(machine.home()).doesNotExist();
    }

    private ControlClient connect() throws AgentException {
        return launcher.find().orElseThrow();
    }

    @Test
    void stoppingItTakesTheEngineDownAndStartingItBringsItBack() throws Exception {
        try (ControlClient client = connect()) {
            assertThat(client.down(FakeMachineTest::ignore).state()).isEqualTo(MachineState.STOPPED);
            assertThatThrownBy(() -> machine.docker().client().containers(true)).isInstanceOf(IOException.class);
            assertThat(client.up(Overrides.NONE, FakeMachineTest::ignore).state()).isEqualTo(MachineState.RUNNING);
            assertThat(machine.docker().client().containers(true)).hasSize(8);
            assertThat(machine.agent().calls()).containsExactly("down", "up");
        }
    }

    @Test
    void aHeldStartTellsOfItsStagesAndMayFail() throws Exception {
        machine.agent().become(MachineState.STOPPED);
        machine.agent().hold("up");
        List<Progress> heard = new CopyOnWriteArrayList<>();
        try (ControlClient client = connect()) {
            CompletableFuture<Throwable> start = failureOf(() -> client.up(Overrides.NONE, heard::add));
            await().until(() -> heard.size() == 1);
            machine.agent().stage(Stage.BOOT);
            await().untilAsserted(() -> assertThat(heard).extracting(Progress::stage).containsExactly("check", "boot"));
            machine.agent().become(MachineState.FAILED);
            assertThat(start.get()).hasMessageContaining("did not boot");
        }
    }

    @Test
    void aRefusedCallDoesNothing() throws Exception {
        machine.agent().refuse("down", new AgentException(AgentException.Kind.PRECHECK, "Not now.", "Later."));
        try (ControlClient client = connect()) {
            assertThatThrownBy(() -> client.down(FakeMachineTest::ignore)).hasMessage("Not now.");
            assertThat(client.status().state()).isEqualTo(MachineState.RUNNING);
        }
    }

    @Test
    void whoWatchesHearsOfStatesPortsAndTheAgentsDeath() throws Exception {
        List<MachineReport> heard = new CopyOnWriteArrayList<>();
        ControlClient client = connect();
        CompletableFuture<Throwable> end = failureOf(() -> client.watch(heard::add));
        await().until(() -> !heard.isEmpty());
        machine.conflict(8000, "port 8000 is taken");
        await().until(() -> heard.getLast().ports().stream().anyMatch(port -> port.problem() != null));
        machine.agent().become(MachineState.PAUSED);
        await().until(() -> heard.getLast().state() == MachineState.PAUSED);
        machine.killAgent();
        await().until(() -> end.isDone() && launcher.find().isEmpty());
        machine.reviveAgent();
        try (ControlClient again = connect()) {
            assertThat(again.status().state()).isEqualTo(MachineState.PAUSED);
        }
        client.close();
    }

    @Test
    void portsFollowTheContainers() throws Exception {
        List<String> before = machine.agent().report().ports().stream().map(MachineReport.Port::container).toList();
        assertThat(before).contains("shop-web-1");
        machine.docker().container("shop-web-1").exit(0);
        assertThat(machine.agent().report().ports()).extracting(MachineReport.Port::container)
                .doesNotContain("shop-web-1");
    }

    @Test
    void aShellPromptsEchoesAndExits() throws Exception {
        GuestCommand login = new GuestCommand("", Map.of(),
                new GuestCommand.Terminal("xterm", new TerminalSize(90, 30)));
        try (RemoteProcess shell = connect().exec(login)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            InputStream typed = new ByteArrayInputStream("size\rhello\rexit 3\r".getBytes(UTF_8));
            assertThat(shell.attach(typed, out, OutputStream.nullOutputStream())).isEqualTo(3);
            assertThat(out.toString(UTF_8)).contains("# ", "30 90\r\n", "hello\r\nhello\r\n");
        }
    }

    private static void ignore(Progress progress) {
        // Nobody looks.
    }

    private interface Action {
        void run() throws Exception;
    }

    private static CompletableFuture<Throwable> failureOf(Action action) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                action.run();
                failure.completeExceptionally(new AssertionError("It did not fail"));
            } catch (Exception e) {
                failure.complete(e);
            }
        });
        return failure;
    }
}
