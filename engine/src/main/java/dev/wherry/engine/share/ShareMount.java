// One share: mounted in the guest, served from the host, and mounted again when it was lost.
package dev.wherry.engine.share;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.wherry.engine.guest.ExitStatus;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestCommands;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.host.ShellWord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one share mounted until it is closed. The guest's sshfs runs for as long as its connection; when that ends, it is
 * started again, over the guest's next connection. A folder that is not there is looked for again.
 */
final class ShareMount implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShareMount.class);
    private static final String PROGRAM = "/usr/lib/wherry/share";
    private static final String MOUNTED = "mounted";
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(5);
    /** How long a guest that is busy may take to look at the share: to mount it anew takes it from containers. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Guest guest;
    private final Share share;
    private final GuestChanges changes;
    private final Supplier<Optional<String>> objection;
    private final Thread worker;
    private final Object lock = new Object();
    private @Nullable GuestProcess process; // guarded by lock
    private boolean closed; // guarded by lock
    private volatile ShareState state;

    /**
     * Begins to mount.
     *
     * @param changes   to be told of what the guest changes
     * @param objection asked before each try why the share cannot be; an objection is a try that failed
     */
    ShareMount(Guest guest, Share share, GuestChanges changes, Supplier<Optional<String>> objection) {
        this.guest = guest;
        this.share = share;
        this.changes = changes;
        this.objection = objection;
        this.state = new ShareState(share, false, null);
        this.worker = Thread.ofVirtual().name("share " + share.place()).start(this::work);
    }

    ShareState state() {
        return state;
    }

    Share share() {
        return share;
    }

    private void work() {
        try {
            while (!isClosed()) {
                String problem = objection.get().map(why -> share.folder() + " " + why + " (" + share.origin() + ")")
                        .orElseGet(this::serve);
                if (!isClosed()) {
                    failed(problem);
                    Thread.sleep(RETRY);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} is no longer shared", share.folder());
        }
    }

    private void failed(String problem) {
        if (!problem.equals(state.problem())) {
            LOG.warn("The share of {} is not mounted: {}", share.folder(), problem);
        }
        state = new ShareState(share, false, problem);
    }

    // Returns why it has ended.
    private String serve() {
        GuestCommand command = GuestCommand.of(
                PROGRAM + " " + ShellWord.quote(share.place()) + " " + (share.isReadOnly() ? "ro" : "rw"));
        try (GuestProcess sshfs = guest.start(command)) {
            if (!keep(sshfs)) {
                return "it is no longer shared";
            }
            LastWords words = new LastWords();
            Thread listener = Thread.ofVirtual().name("share errors").start(() -> listen(sshfs, words));
            new SftpServer(share, changes).run(sshfs.stdout(), sshfs.stdin());
            ExitStatus end = sshfs.waitFor(END);
            listener.join(END);
            return words.text.isEmpty() ? "sshfs ended with code " + end.code() : words.text;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it was interrupted";
        }
    }

    private static final class LastWords {
        private volatile String text = "";
    }

    private void listen(GuestProcess sshfs, LastWords words) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(sshfs.stderr(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(MOUNTED)) {
                    LOG.info("{} is shared at {}", share.folder(), share.place());
                    state = new ShareState(share, true, null);
                } else if (!line.isBlank()) {
                    words.text = line.strip();
                }
            }
        } catch (IOException e) {
            LOG.debug("What sshfs says is lost: {}", e.getMessage());
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

    /** Has the folder mounted anew when the guest cannot use it although it is mounted. */
    void check() throws InterruptedException {
        if (!state.isMounted()) {
            return; // that is being tried already
        }
        try {
            GuestCommands.run(guest, "stat -f " + ShellWord.quote(share.place()), PATIENCE);
        } catch (IOException e) {
            LOG.warn("The share of {} does not answer: {}", share.folder(), e.getMessage());
            hangUp();
        }
    }

    private void hangUp() {
        GuestProcess dead;
        synchronized (lock) {
            dead = process;
        }
        try {
            if (dead != null) {
                dead.close();
            }
        } catch (IOException e) {
            LOG.debug("The connection of the share was lost before it was closed: {}", e.getMessage());
        }
    }

    /** Takes the folder out of the guest, as far as the guest can be reached, and ends. */
    void unmount() throws InterruptedException {
        close();
        try {
            GuestCommands.run(guest, "umount -l " + ShellWord.quote(share.place()), END);
        } catch (IOException e) {
            LOG.info("{} stays as an empty folder in the guest: {}", share.place(), e.getMessage());
        }
    }

    /** Ends the connection, and sshfs with it; the guest keeps an empty folder in its place. */
    @Override
    public void close() {
        GuestProcess ending;
        synchronized (lock) {
            closed = true;
            ending = process;
        }
        worker.interrupt();
        try {
            if (ending != null) {
                ending.close();
            }
            if (!worker.join(END)) {
                LOG.warn("The share of {} did not end within {} s", share.folder(), END.toSeconds());
            }
        } catch (IOException e) {
            LOG.debug("The connection of the share was lost before it was closed: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
