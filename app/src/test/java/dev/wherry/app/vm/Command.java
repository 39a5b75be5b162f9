// A command that a test runs, and what came of it.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** A program with its arguments, environment and input. */
final class Command {

    private static final Duration DEADLINE = Duration.ofMinutes(4);

    private final List<String> line;
    private final Map<String, String> environment;
    private byte[] input = new byte[0];
    private @Nullable Path output;

    Command(List<String> line, Map<String, String> environment) {
        this.line = List.copyOf(line);
        this.environment = Map.copyOf(environment);
    }

    List<String> line() {
        return line;
    }

    Command withInput(byte[] bytes) {
        this.input = bytes;
        return this;
    }

    Command writingTo(Path file) {
        this.output = file;
        return this;
    }

    /**
     * What a command left.
     *
     * @param out all bytes of standard output
     */
    record Result(List<String> line, int exitCode, byte[] out, String stderr) {

        String stdout() {
            return new String(out, UTF_8);
        }

        String succeeded() {
            if (exitCode != 0) {
                throw new AssertionError(
                        line.subList(Math.max(0, line.size() - 4), line.size()) + " exited with " + exitCode
                                + "\n" + stdout() + "\n" + stderr);
            }
            return stdout().strip();
        }
    }

    /** Runs it to its end. */
    Result run() throws IOException, InterruptedException {
        Path out = output == null ? Files.createTempFile("out", null) : output;
        Path err = Files.createTempFile("err", null);
        try {
            Process process = start(out, err);
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input);
            } catch (IOException e) {
                // It ended without reading all of its input.
            }
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(line + " did not end within " + DEADLINE + "\n" + Files.readString(out) + "\n"
                        + Files.readString(err));
            }
            return new Result(line, process.exitValue(), output == null ? Files.readAllBytes(out) : new byte[0],
                    Files.readString(err));
        } finally {
            if (output == null) {
                Files.delete(out);
            }
            Files.delete(err);
        }
    }

    /** Begins it and leaves it running; the caller ends it. */
    Process start(Path out, Path err) throws IOException {
        return start(new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile()));
    }

    /** Begins it and talks with it; the caller ends it. */
    Process talk() throws IOException {
        return start(new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    private Process start(ProcessBuilder builder) throws IOException {
        builder.environment().putAll(environment);
        return builder.start();
    }
}
