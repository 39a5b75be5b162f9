// A shell in a container.
package dev.wherry.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineException;
import dev.wherry.engine.docker.Exec;
import dev.wherry.engine.docker.Execs;
import dev.wherry.engine.guest.TerminalSize;
import org.jspecify.annotations.Nullable;

/**
 * The best shell that a container has, as "wherry shell" opens it.
 *
 * @param client    talks to the container's engine
 * @param container its id or name
 */
public record ContainerShell(EngineClient client, String container) implements ShellSource {

    /** Exit codes from here to {@link #NOT_FOUND} may mean that nothing was run. */
    private static final int NOT_RUN = 126;
    private static final int NOT_FOUND = 127;
    private static final Duration LAST_WORD = Duration.ofSeconds(10);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    @Override
    public ShellSession open(TerminalSize size) throws IOException {
        Execs execs = new Execs(client);
        try {
            return new Session(execs, execs.openTerminal(container, BestShell.line(true), size.columns(), size.rows()));
        } catch (EngineException e) {
            // Most engines tell by the exit code.
            throw e.engineMessage().contains("executable file not found") ? new NoShellException(container) : e;
        }
    }

    /** The command on its way through the engine. */
    private final class Session implements ShellSession {

        private final Execs execs;
        private final Exec exec;

        Session(Execs execs, Exec exec) {
            this.execs = execs;
            this.exec = exec;
        }

        @Override
        public InputStream output() {
            return exec.stream().input();
        }

        @Override
        public void type(byte[] keys) throws IOException {
            exec.stream().output().write(keys);
            exec.stream().output().flush();
        }

        @Override
        public void resize(TerminalSize size) throws IOException {
            exec.resize(size.columns(), size.rows());
        }

        @Override
        public int exitCode() throws IOException, InterruptedException {
            int code = awaitCode();
            if (code >= NOT_RUN && code <= NOT_FOUND && isWithoutShell()) {
                throw new NoShellException(container);
            }
            return code;
        }

        // The engine closes the stream before it has noted the end.
        private int awaitCode() throws IOException, InterruptedException {
            long deadline = System.nanoTime() + LAST_WORD.toNanos();
            while (System.nanoTime() < deadline) {
                @Nullable
                Integer code = exec.exitCode();
                if (code != null) {
                    return code;
                }
                Thread.sleep(ASK_AGAIN);
            }
            throw new IOException("The engine closed the connection while the shell went on");
        }

        private boolean isWithoutShell() throws IOException {
            int code = execs.run(container, "", List.of("sh", "-c", ":")).exitCode();
            return code >= NOT_RUN && code <= NOT_FOUND;
        }

        @Override
        public void close() {
            try {
                exec.close();
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }
}
