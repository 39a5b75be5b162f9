// Terminals of Linux desktops.
package dev.wherry.engine.host.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.host.TerminalWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxTerminalTest {

    private static final List<String> COMMAND = List.of("wherry", "shell", "my web");

    @TempDir
    private Path bin;

    private Path install(String name, String script) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private LinuxTerminal terminal() {
        return LinuxTerminal.of(Map.of("PATH", bin.toString()));
    }

    @ParameterizedTest
    @CsvSource({"x-terminal-emulator,-e", "gnome-terminal,--", "konsole,-e", "xfce4-terminal,-x", "xterm,-e"})
    void eachIsToldInItsOwnWay(String name, String option) throws IOException {
        Path program = install(name, "");
        assertThat(terminal().commandLine(COMMAND))
                .hasValue(List.of(program.toString(), option, "wherry", "shell", "my web"));
        assertThat(terminal().obstacle()).isEmpty();
    }

    @Test
    void theDesktopsOwnChoiceComesBeforeOthers() throws IOException {
        install("xterm", "");
        install("konsole", "");
        Path chosen = install("x-terminal-emulator", "");
        assertThat(terminal().commandLine(List.of())).hasValue(List.of(chosen.toString(), "-e"));
    }

    @Test
    void theUsersChoiceComesBeforeAll() throws IOException {
        install("x-terminal-emulator", "");
        Path kitty = install("kitty", "");
        Path own = install("my-terminal", "");
        assertThat(LinuxTerminal.of(Map.of("PATH", bin.toString(), "TERMINAL", "kitty")).commandLine(COMMAND))
                .hasValue(List.of(kitty.toString(), "wherry", "shell", "my web"));
        assertThat(LinuxTerminal.of(Map.of("PATH", bin.toString(), "TERMINAL", own.toString())).commandLine(COMMAND))
                .hasValue(List.of(own.toString(), "-e", "wherry", "shell", "my web"));
    }

    @Test
    void aChoiceThatIsNotInstalledIsPassedOver() throws IOException {
        Path xterm = install("xterm", "");
        assertThat(LinuxTerminal.of(Map.of("PATH", bin.toString(), "TERMINAL", "gone")).commandLine(List.of()))
                .hasValue(List.of(xterm.toString(), "-e"));
    }

    @Test
    void withoutAnyTheObstacleIsNamed() {
        TerminalWindow terminal = terminal();
        assertThat(terminal.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("TERMINAL"));
        assertThatThrownBy(() -> terminal.open(COMMAND)).isInstanceOf(IOException.class)
                .hasMessageContaining("No terminal emulator");
    }

    @Test
    void theCommandIsRunInTheTerminal() throws Exception {
        Path seen = bin.resolve("seen");
        install("xterm", "printf '%s\\n' \"$@\" > '" + seen + "'");
        terminal().open(COMMAND);
        await().untilAsserted(() -> assertThat(seen).content().isEqualTo("-e\nwherry\nshell\nmy web\n"));
    }

    @Test
    void aTerminalThatFailsAtOnceIsAFailure() throws IOException {
        Path xterm = install("xterm", "exit 3");
        assertThatThrownBy(() -> terminal().open(COMMAND)).isInstanceOf(IOException.class)
                .hasMessage("Tried to start " + xterm + " but it failed with exit code 3");
    }
}
