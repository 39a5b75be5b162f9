// A real terminal with somebody at the keyboard.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shell in a window of tmux(1), in which {@code wherry} is the program under test. Nothing of the user's own tmux is touched. */
final class Pane implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Path folder;

    private Pane(Path folder) {
        this.folder = folder;
    }

    /** Opens a window of 100 columns and 30 lines with {@code shell} in it. */
    static Pane open(Wherry wherry, String shell) throws Exception {
        Pane pane = new Pane(Files.createTempDirectory(Path.of("/tmp"), "pane"));
        Path program = Files.writeString(pane.folder.resolve("wherry"), wherry.wherry().line().stream().map(Pane::quote)
                .collect(Collectors.joining(" ", "#!/bin/sh\nexec ", " \"$@\"\n")));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> environment = wherry.environment();
        List<String> line = new ArrayList<>(List.of("new-session", "-d", "-x", "100", "-y", "30"));
        environment.forEach((name, value) -> line.addAll(List.of("-e", name + "=" + value)));
        line.addAll(List.of(
                "-e", "LANG=C.UTF-8", "-e", "COLORTERM=truecolor", "-e", "D=" + pane.folder));
        line.addAll(List.of("env", "PS1=here> ", "PATH=" + pane.folder + ":" + System.getenv("PATH"), shell));
        try {
            pane.tmux(line.toArray(String[]::new));
            pane.awaitLine("here>");
            return pane;
        } catch (Throwable e) {
            pane.close();
            throw e;
        }
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** A file in the folder that the shell knows as {@code $D}. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Types text as it is. */
    void type(String text) throws IOException, InterruptedException {
        tmux("send-keys", "-l", "--", text);
    }

    /** Types a line. */
    void enter(String line) throws IOException, InterruptedException {
        type(line);
        press("Enter");
    }

    /** Presses keys by their names: {@code C-c}, {@code Escape}. */
    void press(String... keys) throws IOException, InterruptedException {
        tmux(Stream.concat(Stream.of("send-keys"), Stream.of(keys)).toArray(String[]::new));
    }

    void resize(int columns, int rows) throws IOException, InterruptedException {
        tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    /** What is to be seen, without the blanks at the ends of lines and without empty lines. */
    List<String> screen() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p").lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
    }

    /** Waits until a line of the screen is {@code expected}. */
    void awaitLine(String expected) {
        await(expected).atMost(DEADLINE).untilAsserted(() -> assertThat(screen()).contains(expected));
    }

    /** Waits until a line of the screen, as a whole, is as {@code pattern} says. */
    void awaitLineLike(String pattern) {
        await(pattern).atMost(DEADLINE)
                .untilAsserted(() -> assertThat(screen()).anyMatch(line -> line.matches(pattern)));
    }

    /** Waits until the last line of the screen is {@code expected}, such as a prompt. */
    void awaitLast(String expected) {
        await(expected).atMost(DEADLINE).untilAsserted(() -> assertThat(screen()).last().isEqualTo(expected));
    }

    /** The {@code wherry} that the shell, or a shell in it, has started and waits for. */
    ProcessHandle running() throws IOException, InterruptedException {
        ProcessHandle program = ProcessHandle.of(Long.parseLong(tmux("display-message", "-p", "#{pane_pid}")))
                .orElseThrow();
        while (!program.info().command().orElse("").endsWith("/java")) {
            program = program.children().findFirst().orElseThrow();
        }
        return program;
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("tmux", "-S", folder.resolve("tmux").toString(), "-f", "/dev/null"));
        line.addAll(List.of(arguments));
        return new Command(line, Map.of("LC_ALL", "C.UTF-8")).run().succeeded();
    }

    /** Closes the window; what still runs in it gets a hang-up. */
    @Override
    public void close() throws Exception {
        tmux("kill-server");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
