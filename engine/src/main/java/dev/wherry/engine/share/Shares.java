// All shared folders of a running machine.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommands;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shares of one guest; they can be others while it runs. */
public final class Shares implements AutoCloseable {

    /** How often {@link #awaitMounted} looks: a mount takes some hundred milliseconds. */
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration CLEARING = Duration.ofSeconds(10);
    private static final Duration CATCHING_UP = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Shares.class);

    private final Guest guest;
    private final Path keyFile;
    private final ShareNotes notes = new ShareNotes();
    private final ChangeRelay relay;
    private final Recall recall;
    private @Nullable ShareService service;
    private List<ShareMount> mounts = List.of();

    /**
     * No shares yet, for {@code guest}.
     *
     * @param keyFile where the key is kept by which the guest's mounts are known again; made if there is none
     */
    public Shares(Guest guest, Path keyFile) {
        this.guest = guest;
        this.keyFile = keyFile;
        this.relay = new ChangeRelay(guest, notes.changes());
        this.recall = new Recall(guest, notes);
    }

    /**
     * Mounts what is new in {@code wanted}, takes away what is not in it, and leaves the rest as it is; the first time, what the guest has
     * from an earlier agent is left or taken away likewise. Does not wait for mounts.
     *
     * @throws IOException when nothing can be shared at all
     */
    public synchronized void set(List<Share> wanted) throws IOException, InterruptedException {
        List<ShareMount> kept = new ArrayList<>();
        for (ShareMount mount : mounts) {
            if (wanted.contains(mount.share())) {
                kept.add(mount);
            } else {
                mount.unmount();
            }
        }
        List<Share> there = kept.stream().map(ShareMount::share).toList();
        ShareService used = service == null ? start(wanted) : service;
        for (Share share : wanted) {
            if (!there.contains(share)) {
                kept.add(new ShareMount(guest, share, used, () -> ShareRules.objection(share, wanted)));
            }
        }
        mounts = List.copyOf(kept);
        relay.share(wanted);
    }

    private ShareService start(List<Share> wanted) throws IOException {
        ShareService started = ShareService.start(guest, keyFile, notes);
        service = started;
        List<String> tokens = wanted.stream().map(started.key()::token).toList();
        Thread.ofVirtual().name("earlier shares").start(() -> keepOnly(tokens));
        return started;
    }

    private void keepOnly(List<String> tokens) {
        try {
            GuestCommands.run(guest, ShareScript.keep(tokens), CLEARING);
        } catch (IOException e) {
            LOG.warn("Tried to take away what is no longer shared but failed because {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Tells the guest from now on of what the host changes in the folders at {@code places} of the guest, as far as they are
     * shared, so that programs which watch files there hear of it. Does not wait.
     */
    public void watch(Collection<String> places) {
        relay.watch(places);
    }

    /**
     * Returns when the guest knows of everything that the host has changed before the call, after two seconds at the latest: for
     * somebody who is about to run something there.
     */
    public void catchUp() throws InterruptedException {
        recall.catchUp(CATCHING_UP);
    }

    /** Has the guest ask again for all that it knows of shares; for when it may not have heard of changes. */
    public void forget() throws InterruptedException {
        synchronized (this) {
            if (mounts.isEmpty()) {
                return;
            }
        }
        ShareScript.forget(guest);
    }

    /** How each is doing, in the order in which they were set. */
    public synchronized List<ShareState> states() {
        Map<Share, String> unwatched = relay.problems();
        return mounts.stream().map(ShareMount::state)
                .map(state -> state.isMounted() && unwatched.containsKey(state.share())
                        ? new ShareState(state.share(), true, unwatched.get(state.share()))
                        : state)
                .toList();
    }

    /** Returns when each share is mounted or has a problem, and at the latest after {@code deadline}. */
    public void awaitMounted(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (System.nanoTime() < end
                && states().stream().anyMatch(state -> !state.isMounted() && state.problem() == null)) {
            Thread.sleep(PACE);
        }
    }

    /** Looks, after a standstill, whether the guest can use what is mounted, and mounts anew what it cannot; takes up to 20 seconds for each. */
    public void check() throws InterruptedException {
        forget();
        List<ShareMount> present;
        synchronized (this) {
            present = mounts;
        }
        for (ShareMount mount : present) {
            mount.check();
        }
    }

    /** Serves them no longer. The guest keeps the mounts: what uses them waits a while for the next agent. */
    @Override
    public synchronized void close() {
        relay.close();
        recall.close();
        mounts.forEach(ShareMount::close);
        mounts = List.of();
        if (service != null) {
            service.close();
            service = null;
        }
    }
}
