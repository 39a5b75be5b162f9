// All shared folders of a running machine.
package dev.wherry.engine.share;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.wherry.engine.guest.Guest;

/** The shares of one guest; they can be others while it runs. */
public final class Shares implements AutoCloseable {

    /** How often {@link #awaitMounted} looks: a mount takes some hundred milliseconds. */
    private static final Duration PACE = Duration.ofMillis(20);

    private final Guest guest;
    private List<ShareMount> mounts = List.of();

    /** No shares yet, for {@code guest}. */
    public Shares(Guest guest) {
        this.guest = guest;
    }

    /** Mounts what is new in {@code wanted}, takes away what is not in it, and leaves the rest as it is. Does not wait. */
    public synchronized void set(List<Share> wanted) throws InterruptedException {
        List<ShareMount> kept = new ArrayList<>();
        for (ShareMount mount : mounts) {
            if (wanted.contains(mount.share())) {
                kept.add(mount);
            } else {
                mount.unmount();
            }
        }
        List<Share> there = kept.stream().map(ShareMount::share).toList();
        for (Share share : wanted) {
            if (!there.contains(share)) {
                kept.add(new ShareMount(guest, share, () -> ShareRules.objection(share, wanted)));
            }
        }
        mounts = List.copyOf(kept);
    }

    /** How each is doing, in the order in which they were set. */
    public synchronized List<ShareState> states() {
        return mounts.stream().map(ShareMount::state).toList();
    }

    /** Returns when each share is mounted or has a problem, and at the latest after {@code deadline}. */
    public void awaitMounted(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (System.nanoTime() < end
                && states().stream().anyMatch(state -> !state.isMounted() && state.problem() == null)) {
            Thread.sleep(PACE);
        }
    }

    /** Ends all; the guest keeps empty folders in their place. */
    @Override
    public synchronized void close() {
        mounts.forEach(ShareMount::close);
        mounts = List.of();
    }
}
