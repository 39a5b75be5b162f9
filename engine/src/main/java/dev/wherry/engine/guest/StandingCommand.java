// A command in the guest that runs for as long as the host is there.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import dev.wherry.engine.worker.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a command running until it is closed: when the command or the connection ends, it is started again. The command says
 * {@value #READY} once it has done what it is for, and undoes that when its standard input ends, which it does when the host closes it
 * and also when the host is no more.
 */
public final class StandingCommand implements AutoCloseable {

    /** The line on standard output by which a command says that it is ready. */
    public static final String READY = "ready";

    private static final Logger LOG = LoggerFactory.getLogger(StandingCommand.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(5);

    private final String name;
    private final Source source;
    private final Consumer<String> lines;
    private final Worker worker;
    private final Object lock = new Object();
    private @Nullable GuestProcess process; // guarded by lock
    private @Nullable String problem; // guarded by lock
    private boolean ready; // guarded by lock
    private boolean closed; // guarded by lock

    /** Starts the command, once more each time. */
    interface Source {
        GuestProcess start() throws IOException;
    }

    /**
     * Begins to run {@code command}.
     *
     * @param name what it is for, in log messages
     */
    public StandingCommand(String name, Guest guest, GuestCommand command) {
        this(name, () -> guest.start(command));
    }

    /**
     * Begins to run {@code command}, which has more to tell than that it is ready.
     *
     * @param name  what it is for, in log messages
     * @param lines is given every other line of its standard output, outside any lock
     */
    public StandingCommand(String name, Guest guest, GuestCommand command, Consumer<String> lines) {
        this(name, () -> guest.start(command), lines);
    }

    StandingCommand(String name, Source source) {
        this(name, source, line -> LOG.debug("{}: {}", name, line));
    }

    private StandingCommand(String name, Source source, Consumer<String> lines) {
        this.name = name;
        this.source = source;
        this.lines = lines;
        this.worker = Worker.start(name, this::work);
    }

    private void work() {
        try {
            while (!isClosed()) {
                String end = runOnce();
                if (!isClosed()) {
                    note(false, end);
                    Thread.sleep(RETRY);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: no longer wanted", name);
        }
    }

    // Returns why it has ended.
    private String runOnce() throws InterruptedException {
        try (GuestProcess started = source.start()) {
            if (!keep(started)) {
                return "it is closed";
            }
            BufferedReader output = new BufferedReader(new InputStreamReader(started.stdout(), UTF_8));
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(READY)) {
                    note(true, null);
                } else {
                    lines.accept(line);
                }
            }
            String lastWords = new String(started.stderr().readAllBytes(), UTF_8).strip();
            ExitStatus end = started.waitFor(END);
            return lastWords.isEmpty() ? "it ended with code " + end.code() : lastWords;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void note(boolean isReady, @Nullable String why) {
        synchronized (lock) {
            if (why != null && !why.equals(problem)) {
                LOG.warn("{}: {}", name, why);
            } else if (isReady) {
                LOG.info("{}: ready", name);
            }
            ready = isReady;
            problem = why;
            lock.notifyAll();
        }
    }

    private boolean keep(GuestProcess started) {
        synchronized (lock) {
            process = started;
            return !closed;
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /** Gives the command {@code line} to read; nothing happens while it does not run. */
    public void say(String line) {
        GuestProcess running;
        synchronized (lock) {
            running = process;
        }
        try {
            if (running != null) {
                running.stdin().write((line + "\n").getBytes(UTF_8));
                running.stdin().flush();
            }
        } catch (IOException e) {
            LOG.debug("{}: it has just ended: {}", name, e.getMessage());
        }
    }

    /** Whether the command has said that it is ready, and still runs. */
    public boolean isReady() {
        synchronized (lock) {
            return ready;
        }
    }

    /** Why it does not run; empty while it does, or when nothing is known yet. */
    public Optional<String> problem() {
        synchronized (lock) {
            return Optional.ofNullable(problem);
        }
    }

    /** Returns when the command is ready or has failed, and at the latest after {@code deadline}. */
    public void awaitReady(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        synchronized (lock) {
            for (long left = deadline.toMillis(); left > 0 && !ready && problem == null; left = Duration
                    .ofNanos(end - System.nanoTime()).toMillis()) {
                lock.wait(left);
            }
        }
    }

    /** Ends the command's input, which lets it undo what it did, and does not wait for that. */
    @Override
    public void close() {
        GuestProcess ending;
        synchronized (lock) {
            closed = true;
            ending = process;
        }
        try {
            if (ending != null) {
                ending.close();
            }
        } catch (IOException e) {
            LOG.debug("{}: the connection was lost before it was closed: {}", name, e.getMessage());
        }
        worker.close();
    }
}
