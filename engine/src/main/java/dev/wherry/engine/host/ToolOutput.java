// What the system's own tools say.
package dev.wherry.engine.host;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs small programs that print something and end. */
public final class ToolOutput {

    /** How long a program may take. */
    public static final Duration DEADLINE = Duration.ofSeconds(5);

    private ToolOutput() {
    }

    /** What {@code command} prints; empty when it cannot be started or does not end in time. Its exit code is not looked at. */
    public static Optional<String> of(List<String> command) throws InterruptedException {
        try {
            // A file rather than a pipe: a program that hangs cannot keep a reader hanging with it.
            Path output = Files.createTempFile("wherry", ".out");
            try {
                return run(command, output)
                        ? Optional.of(new String(Files.readAllBytes(output), charset()))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return Optional.empty(); // no such program
        }
    }

    /** The same for a question that needs no answer: an interrupt, which is left to whoever comes next, is one more reason for none. */
    public static Optional<String> ifTold(List<String> command) {
        try {
            return of(command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            process.getOutputStream().close();
            return process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("native.encoding"));
    }
}
