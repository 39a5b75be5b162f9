// Runs a program and takes what it prints.
package dev.wherry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that has to succeed within a deadline. */
final class Command {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private Command() {
    }

    /** A program in Wherry's temporary home, whose clean-up ends it if need be. */
    static ProcessBuilder in(Path home, List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put(Rig.HOME_VARIABLE, home.toString());
        return builder;
    }

    /**
     * Runs {@code line} to its end.
     *
     * @return what it printed on both its outputs
     * @throws IOException with what it printed, when it fails or takes too long
     */
    static String run(Path home, List<String> line) throws IOException, InterruptedException {
        // A file rather than a pipe: nothing waits for the output of a program that hangs.
        Path output = Files.createTempFile(home, "command", ".out");
        Process process = in(home, line).redirectOutput(output.toFile()).start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            String said = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new IOException("Tried " + String.join(" ", line) + " but it failed:\n" + said);
            }
            return said;
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
