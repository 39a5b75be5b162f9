// "wherry-desktop --quit", by real processes.
package dev.wherry.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.instance.SingleInstance;
import dev.wherry.app.process.RunningProgram;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("desktop")
class QuitTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private FakeMachine machine;

    @BeforeEach
    void begin() throws IOException {
        machine = FakeMachine.running(1);
    }

    @AfterEach
    void end() throws IOException {
        machine.close();
    }

    private RunningProgram app(String... arguments) throws IOException {
        return RunningProgram.java(Map.of("WHERRY_HOME", machine.home().toString()),
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED"),
                DesktopMain.class, arguments);
    }

    private Path runtime() {
        return machine.directories().runtime();
    }

    private String log() throws IOException {
        Path file = machine.directories().logs().resolve("app.log");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void theAppThatRunsEndsAndItsMachineGoesOn() throws Exception {
        try (RunningProgram running = app("--hidden")) {
            // Looking for a tray is among the last things of its start.
            await().atMost(LIMIT).until(() -> log().contains("There is no tray") && machine.agent().watchers() > 0);
            assertThat(SingleInstance.runs(runtime())).isTrue();
            try (RunningProgram quit = app("--quit")) {
                assertThat(quit.await()).isZero();
            }
            assertThat(running.await()).isZero();
        }
        assertThat(SingleInstance.runs(runtime())).isFalse();
        assertThat(runtime().resolve("app.sock")).doesNotExist();
        assertThat(machine.agent().calls()).doesNotContain("down");
        assertThat(machine.agent().report().state()).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void whereNoneRunsNothingIsStarted() throws Exception {
        try (RunningProgram quit = app("--quit")) {
            assertThat(quit.await()).isZero();
        }
        assertThat(Files.exists(runtime().resolve("app.sock"))).isFalse();
        assertThat(machine.directories().logs()).doesNotExist();
        assertThat(machine.agent().calls()).isEmpty();
    }
}
