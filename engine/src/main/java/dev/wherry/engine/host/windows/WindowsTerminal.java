// Terminals on Windows.
package dev.wherry.engine.host.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.wherry.engine.host.DetachedProgram;
import dev.wherry.engine.host.Detachment;
import dev.wherry.engine.host.TerminalWindow;

/**
 * Windows Terminal where it is installed, else the console window that every Windows has. Neither reads the command through
 * cmd.exe, which would find meaning in % and &amp;. Not yet run on Windows; the command lines are tested.
 */
public final class WindowsTerminal implements TerminalWindow {

    private final Path windowsTerminal;
    private final Path console;

    /** As {@code environment} has it, of the user with this {@code home}. */
    public static WindowsTerminal of(Map<String, String> environment, Path home) {
        Path local = Path.of(environment.getOrDefault("LOCALAPPDATA", home.resolve("AppData/Local").toString()));
        return new WindowsTerminal(local.resolve("Microsoft/WindowsApps/wt.exe"),
                Path.of(environment.getOrDefault("SystemRoot", "C:\\Windows")).resolve("System32/conhost.exe"));
    }

    private WindowsTerminal(Path windowsTerminal, Path console) {
        this.windowsTerminal = windowsTerminal;
        this.console = console;
    }

    /** What runs {@code command} in a window of its own. */
    List<String> commandLine(List<String> command) {
        // An "app execution alias": a link that only the start of programs can follow.
        return Files.exists(windowsTerminal, LinkOption.NOFOLLOW_LINKS)
                // Windows Terminal takes several commands, with semicolons between.
                ? Stream.concat(Stream.of(windowsTerminal.toString(), "new-tab"),
                        command.stream().map(word -> word.replace(";", "\\;"))).toList()
                : Stream.concat(Stream.of(console.toString()), command.stream()).toList();
    }

    @Override
    public void open(List<String> command) throws IOException, InterruptedException {
        new DetachedProgram(Detachment.ofHost()).start(commandLine(command));
    }
}
