// A real ssh-agent with a key that was made for the test.
package dev.wherry.engine.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ssh-agent} of the package openssh-client until it is closed. */
public final class TestSshAgent implements AutoCloseable {

    private final Process process;
    private final Path socket;
    private final String fingerprint;

    private TestSshAgent(Process process, Path socket, String fingerprint) {
        this.process = process;
        this.socket = socket;
        this.fingerprint = fingerprint;
    }

    /** Starts one with its socket and its key ({@code key}, {@code key.pub}) in {@code folder}. */
    public static TestSshAgent start(Path folder) throws IOException, InterruptedException {
        Path socket = folder.resolve("agent");
        Path key = folder.resolve("key");
        run(Map.of(), "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        Process process = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(socket));
        run(Map.of("SSH_AUTH_SOCK", socket.toString()), "ssh-add", "-q", key.toString());
        return new TestSshAgent(process, socket,
                run(Map.of(), "ssh-keygen", "-l", "-f", key + ".pub").split(" ", -1)[1]);
    }

    private static String run(Map<String, String> environment, String... line) throws IOException,
            InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** What SSH_AUTH_SOCK is to name. */
    public Path socket() {
        return socket;
    }

    /** The key's, as {@code ssh-add -l} shows it. */
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
