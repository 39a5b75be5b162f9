// Terminal emulators of Linux desktops, and how each is told what to run.
package dev.wherry.engine.host.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import dev.wherry.engine.host.DetachedProgram;
import dev.wherry.engine.host.Detachment;
import dev.wherry.engine.host.TerminalWindow;

/** The terminal that the user prefers, or the first of the well-known ones that is installed. */
public final class LinuxTerminal implements TerminalWindow {

    // What comes between the program and the command that it runs; the preferred ones come first.
    private static final SequencedMap<String, List<String>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("xdg-terminal-exec", List.of());
        KNOWN.put("x-terminal-emulator", List.of("-e"));
        KNOWN.put("gnome-terminal", List.of("--"));
        KNOWN.put("ptyxis", List.of("--"));
        KNOWN.put("kgx", List.of("--"));
        KNOWN.put("konsole", List.of("-e"));
        KNOWN.put("xfce4-terminal", List.of("-x"));
        KNOWN.put("mate-terminal", List.of("-x"));
        KNOWN.put("lxterminal", List.of("-e"));
        KNOWN.put("alacritty", List.of("-e"));
        KNOWN.put("kitty", List.of());
        KNOWN.put("foot", List.of());
        KNOWN.put("wezterm", List.of("start", "--"));
        KNOWN.put("xterm", List.of("-e"));
    }

    private final String preferred;
    private final ProgramPath path;

    private LinuxTerminal(String preferred, ProgramPath path) {
        this.preferred = preferred;
        this.path = path;
    }

    /** The terminals of the desktop that {@code environment} is of; its TERMINAL is preferred. */
    public static LinuxTerminal of(Map<String, String> environment) {
        return new LinuxTerminal(environment.getOrDefault("TERMINAL", "").strip(), ProgramPath.of(environment));
    }

    @Override
    public Optional<String> obstacle() {
        return commandLine(List.of()).isPresent()
                ? Optional.empty()
                : Optional.of("No terminal emulator was found; install one, or name yours by TERMINAL.");
    }

    /** The command line that runs {@code command} in a terminal; empty when there is none. */
    Optional<List<String>> commandLine(List<String> command) {
        return program().map(program -> {
            List<String> line = new ArrayList<>(List.of(program.toString()));
            // The one that is not known is most likely to take what xterm takes.
            line.addAll(KNOWN.getOrDefault(String.valueOf(program.getFileName()), List.of("-e")));
            line.addAll(command);
            return line;
        });
    }

    private Optional<Path> program() {
        Optional<Path> chosen = preferred.isEmpty() ? Optional.empty() : path.find(preferred);
        return chosen.or(() -> KNOWN.sequencedKeySet().stream().flatMap(name -> path.find(name).stream()).findFirst());
    }

    @Override
    public void open(List<String> command) throws IOException, InterruptedException {
        List<String> line = commandLine(command).orElseThrow(() -> new IOException(obstacle().orElse("")));
        new DetachedProgram(Detachment.ofHost()).start(line);
    }
}
