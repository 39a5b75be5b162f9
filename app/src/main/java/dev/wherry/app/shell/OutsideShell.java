// Shells outside the window.
package dev.wherry.app.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.wherry.app.release.OwnCommandLine;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.TerminalWindow;
import dev.wherry.engine.host.desktop.HostDesktop;

/**
 * A shell in the terminal program that the user prefers, opened there by Wherry's command line.
 *
 * @param terminal the terminal program
 * @param command  what it runs
 */
public record OutsideShell(TerminalWindow terminal, List<String> command) {

    private static final String VARIABLES = "WHERRY_";

    public OutsideShell {
        command = List.copyOf(command);
    }

    /** A shell in {@code machine} itself. */
    public static OutsideShell ofMachine(String machine) {
        return of("ssh", "-m", machine);
    }

    /** A shell in a container of {@code machine}'s. */
    public static OutsideShell ofContainer(String machine, String container) {
        return of("shell", "-m", machine, container);
    }

    private static OutsideShell of(String... words) {
        Stream<String> variables = Platform.current().os() == Platform.Os.WINDOWS
                ? Stream.empty()
                : variables(System.getenv());
        return new OutsideShell(HostDesktop.ofCurrentUser().terminal(),
                Stream.of(variables, OwnCommandLine.ofThisJvm().stream(), Stream.of(words)).flatMap(part -> part)
                        .toList());
    }

    // Most terminals have a process of their own that opens all windows, and that knows nothing of this one's environment.
    static Stream<String> variables(Map<String, String> environment) {
        List<String> assignments = environment.entrySet().stream().filter(entry -> entry.getKey().startsWith(VARIABLES))
                .map(entry -> entry.getKey() + "=" + entry.getValue()).sorted().toList();
        return assignments.isEmpty() ? Stream.empty() : Stream.concat(Stream.of("/usr/bin/env"), assignments.stream());
    }

    /** Why there is no such terminal, in a sentence; empty when there is one. */
    public Optional<String> obstacle() {
        return terminal.obstacle();
    }

    /** Opens it; takes a few seconds. */
    public void open() throws IOException, InterruptedException {
        terminal.open(command);
    }
}
