// One share: mounted in the guest, served from the host, and mounted again when it was lost.
package dev.wherry.engine.share;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommands;
import dev.wherry.engine.host.ShellWord;
import dev.wherry.engine.worker.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one share mounted until it is closed. The guest's sshfs stays when its connection ends and comes again with the next use, so
 * programs keep the share; what that sshfs cannot do, such as come back from the dead, is looked after here: whenever nobody is
 * connected any more, the guest is asked for the mount again, and makes it if it is not there. A folder that is not there is looked
 * for again.
 */
final class ShareMount implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShareMount.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(5);
    /** Longer than sshfs in the guest tries to connect. */
    private static final Duration MOUNTING = Duration.ofSeconds(40);
    /** How long a guest that is busy may take to look at the share: to mount it anew takes it from containers. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Guest guest;
    private final Share share;
    private final String token;
    private final ShareService service;
    private final Supplier<Optional<String>> objection;
    private final Worker worker;
    private final Object lock = new Object();
    private boolean closed; // guarded by lock
    private boolean left; // guarded by lock
    private volatile ShareState state;

    /**
     * Begins to mount.
     *
     * @param service   serves the share to the guest
     * @param objection asked before each try why the share cannot be; an objection is a try that failed
     */
    ShareMount(Guest guest, Share share, ShareService service, Supplier<Optional<String>> objection) {
        this.guest = guest;
        this.share = share;
        this.token = service.key().token(share);
        this.service = service;
        this.objection = objection;
        this.state = new ShareState(share, false, null);
        this.worker = Worker.start("share " + share.place(), this::work);
    }

    ShareState state() {
        return state;
    }

    Share share() {
        return share;
    }

    private void work() {
        try {
            service.server().add(token, share, this::left);
            while (!isClosed()) {
                Optional<String> why = objection.get();
                String problem = why.isPresent() ? refuse(why.get()) : mount();
                if (problem == null) {
                    LOG.info("{} is shared at {}", share.folder(), share.place());
                    state = new ShareState(share, true, null);
                    awaitLeft();
                    state = new ShareState(share, false, null);
                } else if (!isClosed()) {
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

    private String refuse(String why) throws InterruptedException {
        if (state.problem() == null) {
            takeOut();
        }
        return share.folder() + " " + why + " (" + share.origin() + ")";
    }

    // Returns why it failed; null when it is mounted, or was already.
    private @Nullable String mount() throws InterruptedException {
        synchronized (lock) {
            left = false;
        }
        try {
            service.route().awaitReady(MOUNTING);
            GuestCommands.run(guest, ShareScript.mount(share, token), MOUNTING);
            return null;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void left() {
        synchronized (lock) {
            left = true;
            lock.notifyAll();
        }
    }

    private void awaitLeft() throws InterruptedException {
        synchronized (lock) {
            while (!left && !closed) {
                lock.wait();
            }
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /** Has the guest connect anew when it cannot use the folder although it is mounted. */
    void check() throws InterruptedException {
        if (!state.isMounted()) {
            return; // that is being tried already
        }
        try {
            GuestCommands.run(guest, "stat -f " + ShellWord.quote(share.place()), PATIENCE);
        } catch (IOException e) {
            LOG.warn("The share of {} does not answer: {}", share.folder(), e.getMessage());
            service.server().disconnect(token);
            left();
        }
    }

    /** Takes the folder out of the guest, as far as the guest can be reached, and ends. */
    void unmount() throws InterruptedException {
        close();
        takeOut();
    }

    private void takeOut() throws InterruptedException {
        try {
            GuestCommands.run(guest, ShareScript.unmount(token), END);
        } catch (IOException e) {
            LOG.info("{} stays as a dead folder in the guest: {}", share.place(), e.getMessage());
        }
    }

    /** Serves the share no longer. The guest keeps the mount, for the next agent to serve. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        worker.close();
        service.server().remove(token);
    }
}
