// Reads the guest's counters for as long as somebody looks.
package dev.wherry.app.window.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.wherry.app.model.Subscription;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.guest.GuestCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One command in the guest, begun again when it ends before the meter is closed. */
final class GuestMeter implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(GuestMeter.class);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final AgentLauncher launcher;
    private final Consumer<GuestSample> listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable ControlClient connection;

    /** Begins to tell {@code listener}, on a thread of its own. */
    GuestMeter(AgentLauncher launcher, Consumer<GuestSample> listener) {
        this.launcher = launcher;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("guest-meter").start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    read();
                } catch (AgentException e) {
                    LOG.debug("The guest tells nothing: {}", e.getMessage());
                }
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            LOG.debug("Nobody looks any more");
        }
    }

    private void read() throws AgentException {
        Optional<ControlClient> agent = launcher.find();
        if (agent.isEmpty()) {
            return;
        }
        try (ControlClient client = agent.get()) {
            connection = client;
            if (!closed) {
                client.exec(GuestCommand.of(GuestSample.SCRIPT)).attach(InputStream.nullInputStream(),
                        new Readings(listener), OutputStream.nullOutputStream());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        ControlClient open = connection;
        if (open != null) {
            open.close();
        }
    }

    /** Cuts what comes into lines, and the lines into readings. */
    private static final class Readings extends OutputStream {

        private final Consumer<GuestSample> listener;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final List<String> lines = new ArrayList<>();

        Readings(Consumer<GuestSample> listener) {
            this.listener = listener;
        }

        @Override
        public void write(int next) {
            if (next != '\n') {
                line.write(next);
                return;
            }
            String text = line.toString(UTF_8).strip();
            line.reset();
            if (!text.isEmpty()) {
                lines.add(text);
            } else if (!lines.isEmpty()) {
                listener.accept(GuestSample.parse(lines));
                lines.clear();
            }
        }
    }
}
