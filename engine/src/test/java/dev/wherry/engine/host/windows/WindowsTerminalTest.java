// Terminals on Windows, up to their command lines.
package dev.wherry.engine.host.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsTerminalTest {

    private static final List<String> COMMAND = List.of("C:\\a;b & 100%\\wherry.exe", "shell", "web");

    @TempDir
    private Path local;

    private WindowsTerminal terminal() {
        return WindowsTerminal.of(Map.of("LOCALAPPDATA", local.toString(), "SystemRoot", "/windows"), Path.of("/"));
    }

    @Test
    void windowsTerminalIsTakenAndItsSemicolonsAreNotMistaken() throws IOException {
        Path alias = Files.createDirectories(local.resolve("Microsoft/WindowsApps")).resolve("wt.exe");
        // What an alias points at cannot be looked at.
        Files.createSymbolicLink(alias, Path.of("/nowhere"));
        assertThat(terminal().commandLine(COMMAND)).containsExactly(alias.toString(), "new-tab",
                "C:\\a\\;b & 100%\\wherry.exe", "shell", "web");
    }

    @Test
    void withoutItThePlainConsoleServes() {
        assertThat(terminal().commandLine(COMMAND)).containsExactly("/windows/System32/conhost.exe",
                "C:\\a;b & 100%\\wherry.exe", "shell", "web");
    }
}
