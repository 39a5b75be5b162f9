// Runs a program and takes what it prints.
package dev.wherry.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        Process process = in(home, line).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("Tried " + String.join(" ", line) + " but it failed:\n" + output);
            }
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
