// Shells of a machine and of its containers, which are not there.
package dev.wherry.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.docker.EngineException;
import dev.wherry.engine.guest.TerminalSize;
import dev.wherry.engine.machine.MachineFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellSourceTest {

    private static final TerminalSize SIZE = new TerminalSize(100, 30);

    private FakeMachine machine;

    @BeforeEach
    void start() throws IOException {
        machine = FakeMachine.running(2);
        machine.docker().run("web", "nginx");
    }

    @AfterEach
    void stop() throws IOException {
        machine.close();
    }

    private MachineShell machineShell() {
        return new MachineShell(new AgentLauncher(machine.directories(), MachineFiles.DEFAULT_NAME));
    }

    private ContainerShell containerShell() {
        return new ContainerShell(machine.docker().client(), "web");
    }

    private static void say(ShellSession shell, String line, String answer) throws IOException {
        shell.type((line + "\r").getBytes(UTF_8));
        StringBuilder said = new StringBuilder();
        InputStream output = shell.output();
        while (said.indexOf("\n" + answer) < 0) {
            int c = output.read();
            assertThat(c).as("after " + said).isNotNegative();
            said.append((char) c);
        }
    }

    private static int exit(ShellSession shell) throws Exception {
        shell.type("exit 3\r".getBytes(UTF_8));
        shell.output().transferTo(OutputStream.nullOutputStream());
        return shell.exitCode();
    }

    @Test
    void theMachinesShellTakesKeysAndSizesAndTellsItsExitCode() throws Exception {
        try (ShellSession shell = machineShell().open(SIZE)) {
            say(shell, "echo hello", "hello");
            say(shell, "size", "30 100");
            shell.resize(new TerminalSize(70, 20));
            say(shell, "size", "20 70");
            assertThat(exit(shell)).isEqualTo(3);
        }
    }

    @Test
    void aContainersShellTakesKeysAndTellsItsExitCode() throws Exception {
        try (ShellSession shell = containerShell().open(SIZE)) {
            say(shell, "echo hello", "hello");
            assertThat(exit(shell)).isEqualTo(3);
        }
    }

    @Test
    void aLostAgentIsNoEndOfTheShell() throws Exception {
        try (ShellSession shell = machineShell().open(SIZE)) {
            say(shell, "echo hello", "hello");
            machine.killAgent();
            shell.output().transferTo(OutputStream.nullOutputStream());
            assertThatThrownBy(shell::exitCode).isInstanceOf(AgentException.class).hasMessageContaining("lost");
        }
    }

    @Test
    void aContainerThatDoesNotRunHasNoShellToOffer() {
        machine.docker().container("web").exit(0);
        assertThatThrownBy(() -> containerShell().open(SIZE)).isInstanceOf(EngineException.class)
                .hasMessageContaining("not running");
    }

    @Test
    void aContainerWithoutShellIsToldFromAShellThatFailed() throws Exception {
        machine.docker().onExec((command, in, out) -> {
            out.write("OCI runtime exec failed: exec: \"sh\": executable file not found in $PATH\r\n".getBytes(UTF_8));
            return 127;
        });
        try (ShellSession shell = containerShell().open(SIZE)) {
            shell.output().transferTo(OutputStream.nullOutputStream());
            assertThatThrownBy(shell::exitCode).isInstanceOf(NoShellException.class).hasMessageContaining("web");
        }
    }
}
