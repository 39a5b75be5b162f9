// A machine that nobody uses is stopped, and started again by whoever needs it.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class StandByVmTest {

    private static final Duration LATER = Duration.ofMinutes(2);

    private String[] running = {};

    @BeforeEach
    void stopContainers(Wherry wherry) throws Exception {
        wherry.run("up");
        Containers.buildShell(wherry);
        running = wherry.docker("ps", "-q").run().succeeded().strip().split("\\s+");
        each(wherry, "stop");
    }

    @AfterEach
    void putBack(Wherry wherry) throws Exception {
        wherry.run("config", "unset", "idle");
        wherry.run("up");
        each(wherry, "start");
    }

    private void each(Wherry wherry, String verb) throws Exception {
        for (String container : running) {
            if (!container.isEmpty()) {
                wherry.docker(verb, container).run().succeeded();
            }
        }
    }

    /** Returns when the machine stands by, which it does ten seconds after its last use from now on. */
    static void awaitStop(Wherry wherry, ProcessHandle vm) throws Exception {
        assertThat(wherry.wherry("config", "set", "idle.stop_after", "10s").run().stderr()).contains("Done.");
        await().atMost(LATER).until(() -> wherry.state().equals("STOPPED"));
        assertThat(vm.isAlive()).isFalse();
    }

    @Test
    void theEngineSocketStaysAndClientsWhoComeTogetherFindTheSameMachineStarted(Wherry wherry) throws Exception {
        ProcessHandle agent = wherry.agent().orElseThrow();
        wherry.run("config", "set", "idle.pause_after", "10s");
        Process listening = wherry.docker("events").start(Path.of("/dev/null"), Path.of("/dev/null"));
        awaitStop(wherry, wherry.vm());
        assertThat(listening.waitFor()).as("what only listened has ended").isNotZero();
        assertThat(wherry.wherry("status").run().stdout()).contains("is stopped: nobody was using it for", "starts it");
        assertThat(wherry.run("machine", "list")).contains("stopped: nobody was using it for");
        assertThat(wherry.run("doctor")).contains("is stopped: nobody was using it for");
        assertThat(wherry.state()).as("nobody has asked the engine for anything").isEqualTo("STOPPED");

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Command.Result>> results = new ArrayList<>();
            results.add(clients.submit(() -> wherry.docker("version", "--format", "{{.Server.Os}}").run()));
            results.add(clients.submit(() -> wherry.docker("run", "--rm", Containers.SHELL, "echo", "linux").run()));
            for (Future<Command.Result> result : results) {
                assertThat(result.get().succeeded()).isEqualTo("linux");
            }
        }
        assertThat(wherry.state()).isEqualTo("RUNNING");
        assertThat(wherry.agent()).contains(agent);
    }

    @Test
    void aCommandInTheGuestStartsItAsWellAndShowsTheWayThereOnATerminal(Wherry wherry) throws Exception {
        awaitStop(wherry, wherry.vm());
        try (Pane pane = Pane.open(wherry, "sh")) {
            pane.enter("wherry ssh 'echo awake; echo aside >&2'");
            pane.awaitLineLike("\\[=* *] Booting Linux");
            await().atMost(LATER).until(() -> pane.screen().getLast().equals("here>"));
            assertThat(pane.screen()).contains("awake", "aside").noneMatch(line -> line.startsWith("["));
        }
        assertThat(wherry.state()).isEqualTo("RUNNING");
    }

    @Test
    void aStartThatFailsIsExplainedByDockerUntilTheCauseIsPutRight(Wherry wherry) throws Exception {
        String memory = wherry.run("config", "get", "memory");
        awaitStop(wherry, wherry.vm());
        wherry.run("config", "set", "memory", "9000GiB");
        try {
            Command.Result result = wherry.docker("ps").run();
            assertThat(result.exitCode()).isNotZero();
            assertThat(result.stderr()).contains("9000GiB of memory", "wherry.yaml");
            assertThat(wherry.docker("ps").run().stderr()).contains("9000GiB of memory", "\"wherry up\"");
            assertThat(wherry.run("logs", "--agent")).contains("9000GiB of memory");
            assertThat(wherry.wherry("doctor").run().stdout()).contains("9000GiB of memory");
            assertThat(wherry.state()).isEqualTo("FAILED");
        } finally {
            wherry.run("config", "set", "memory", memory);
        }
        wherry.run("up");
        assertThat(wherry.docker("version", "--format", "{{.Server.Os}}").run().succeeded()).isEqualTo("linux");
    }

    @Test
    void aStopByHandClosesTheSocket(Wherry wherry) throws Exception {
        awaitStop(wherry, wherry.vm());
        Command version = wherry.docker("version");
        wherry.run("down");
        await().atMost(LATER).until(() -> wherry.agent().isEmpty());
        assertThat(version.run().stderr()).contains("Is the docker daemon running?");
        assertThat(wherry.state()).isEqualTo("STOPPED");
    }
}
