// Programs that tests run: shells, and Wherry itself in a process of its own.
package dev.wherry.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** Runs a program to its end. */
final class Program {

    private Program() {
    }

    /** The words that start Wherry, without whatever the tests' own JVM was given. */
    static List<String> wherry() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Main.class.getName());
    }

    /** Skips the calling test where {@code program} is not installed; "./dev test" installs it. */
    static void require(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        Assumptions.assumeTrue(there, program + " is not installed");
    }

    /** What {@code line} prints, with {@code environment} besides this process's; it has to succeed. */
    static String run(Map<String, String> environment, List<String> line) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", null);
        Path err = Files.createTempFile("err", null);
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(line + " did not end within a minute");
            }
            assertThat(process.exitValue()).as("%s: %s", line, Files.readString(err)).isZero();
            return Files.readString(out, UTF_8);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
