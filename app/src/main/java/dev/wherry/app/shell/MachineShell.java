// A shell in the machine.
package dev.wherry.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.RemoteProcess;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.TerminalSize;

/**
 * The login shell of the machine, as "wherry ssh" opens it.
 *
 * @param launcher the way to the agent, on behalf of the machine
 */
public record MachineShell(AgentLauncher launcher) implements ShellSource {

    private static final String TERMINAL = "xterm-256color";
    /** The window shows UTF-8 whatever the desktop's own locale is; this one is in every Debian. */
    private static final Map<String, String> ENVIRONMENT = Map.of("LANG", "C.UTF-8", "COLORTERM", "truecolor");
    /** The window is behind with showing by this much at most, in bytes. */
    private static final int AHEAD = 64 * 1024;
    private static final Duration LAST_WORD = Duration.ofSeconds(35);

    @Override
    public ShellSession open(TerminalSize size) throws AgentException, InterruptedException, IOException {
        ControlClient agent = launcher.findOrJoin().orElseThrow(() -> new AgentException(
                AgentException.Kind.NO_MACHINE, "The machine is not running.", "Start it."));
        try {
            return new Session(agent, agent.exec(
                    new GuestCommand("", ENVIRONMENT, new GuestCommand.Terminal(TERMINAL, size))));
        } catch (AgentException | IOException e) {
            agent.close();
            throw e;
        }
    }

    /** The command on its way through the agent. */
    private static final class Session implements ShellSession {

        private final ControlClient agent;
        private final RemoteProcess process;
        private final KeyQueue keys = new KeyQueue();
        private final PipedInputStream output = new PipedInputStream(AHEAD);
        private final CompletableFuture<Integer> end = new CompletableFuture<>();

        Session(ControlClient agent, RemoteProcess process) throws IOException {
            this.agent = agent;
            this.process = process;
            OutputStream printed = new PipedOutputStream(output);
            Thread.ofVirtual().name("machine-shell").start(() -> carry(printed));
        }

        private void carry(OutputStream printed) {
            try (agent; process; keys; printed) {
                end.complete(process.attach(keys, printed, printed));
            } catch (AgentException | IOException e) {
                end.completeExceptionally(e);
            }
        }

        @Override
        public InputStream output() {
            return output;
        }

        @Override
        public void type(byte[] typed) {
            keys.add(typed);
        }

        @Override
        public void resize(TerminalSize size) throws IOException {
            process.resize(size);
        }

        @Override
        public int exitCode() throws Exception {
            try {
                return end.get(LAST_WORD.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }

        @Override
        public void close() {
            try {
                process.close();
                output.close();
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }
}
