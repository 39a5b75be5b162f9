// Runs short commands in the guest, through the agent.
package dev.wherry.engine.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;

import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.RemoteProcess;
import dev.wherry.engine.guest.GuestCommand;
import org.jspecify.annotations.Nullable;

/** The guest's shell for commands that say little and end soon. */
public final class GuestShell {

    private final AgentLauncher launcher;

    /** The shell of the machine that {@code launcher} is about. */
    public GuestShell(AgentLauncher launcher) {
        this.launcher = launcher;
    }

    /**
     * What a command said.
     *
     * @param text     its standard output
     * @param asked    the moment before it was sent
     * @param answered the moment its first words came
     */
    public record Said(String text, Instant asked, Instant answered) {
    }

    /**
     * Runs {@code line} to its end.
     *
     * @throws Exception when it cannot be run, fails, or takes longer than {@code limit}
     */
    public Said run(String line, Duration limit) throws Exception {
        return TimeLimit.within(limit, () -> run(line));
    }

    private Said run(String line) throws Exception {
        try (ControlClient agent = launcher.find()
                .orElseThrow(() -> new IOException("Wherry's agent has just ended"))) {
            TimedOutput out = new TimedOutput();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Instant asked = Instant.now();
            RemoteProcess process = agent.exec(GuestCommand.of(line));
            int code = process.attach(InputStream.nullInputStream(), out, err);
            if (code != 0) {
                throw new IOException("the command ended with code " + code + ": " + err.toString(UTF_8).strip());
            }
            Instant answered = out.first == null ? Instant.now() : out.first;
            return new Said(out.content.toString(UTF_8), asked, answered);
        }
    }

    /** Notes when something first came. */
    private static final class TimedOutput extends OutputStream {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private @Nullable Instant first;

        @Override
        public void write(int b) {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (first == null) {
                first = Instant.now();
            }
            content.write(bytes, offset, length);
        }
    }
}
