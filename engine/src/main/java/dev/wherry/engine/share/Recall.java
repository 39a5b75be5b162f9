// Has the guest ask again for what it goes by, once that is no longer so.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks about once a second at the files for which there are leases; nothing is done while there are none. To look is what works for
 * every host and every file system alike: no host tells reliably of all that happens in a whole home folder.
 */
final class Recall implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recall.class);

    private static final Duration PACE = Duration.ofSeconds(1);
    /** A look at very many files is followed by a longer rest: by this many times what it took. */
    private static final int REST = 50;
    /** More than these have to wait for the next look. */
    private static final int MOST_AT_ONCE = 5000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /**
     * What makes the kernel look for a name again: for link(2) it has to ask whether the new name is free (LOOKUP_EXCL). It never makes
     * a link, as the other file is on another file system.
     */
    private static final String ASK_WHETHER_FREE = "xargs -0 -n 1 link /proc/version 2>/dev/null";

    private final Guest guest;
    private final GuestChanges changes;
    private final Leases leases;
    private final Worker worker;
    private boolean isWanted; // guarded by this, as is the other
    /** When the latest look began of those that have ended. */
    private long looked = System.nanoTime();

    /** Begins to look. */
    Recall(Guest guest, ShareNotes notes) {
        this.guest = guest;
        this.changes = notes.changes();
        this.leases = notes.leases();
        this.worker = Worker.start("share leases", this::work);
    }

    private void work() {
        try {
            while (true) {
                leases.await();
                synchronized (this) {
                    isWanted = false;
                }
                long begin = System.nanoTime();
                look();
                rest(begin, System.nanoTime());
            }
        } catch (InterruptedException e) {
            LOG.debug("What the guest knows of shares is no longer looked after");
        }
    }

    private synchronized void rest(long begin, long end) throws InterruptedException {
        looked = begin;
        notifyAll();
        await(() -> isWanted, end + Math.max(PACE.toNanos(), (end - begin) * REST));
    }

    /** Returns when the guest knows of all that has changed before the call, and at the latest after {@code patience}. */
    synchronized void catchUp(Duration patience) throws InterruptedException {
        if (leases.isEmpty()) {
            return;
        }
        long called = System.nanoTime();
        isWanted = true;
        notifyAll();
        await(() -> looked - called >= 0 || leases.isEmpty(), called + patience.toNanos());
    }

    private synchronized void await(BooleanSupplier condition, long end) throws InterruptedException {
        for (long left = end - System.nanoTime(); left > 0 && !condition.getAsBoolean(); left = end
                - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private void look() throws InterruptedException {
        if (leases.takeOverflow()) {
            ShareScript.forget(guest);
        }
        // Folders before what is in them.
        List<Lease> outdated = leases.current().stream().filter(Lease::isOutdated).limit(MOST_AT_ONCE)
                .sorted(Comparator.comparing(Lease::path)).toList();
        if (outdated.isEmpty()) {
            return;
        }
        List<Lease> due = leases.beginRecall(outdated);
        List<Lease> done = List.of();
        try {
            PathCommand.run(guest, changes.wakingCommand(), names(due), PATIENCE);
            PathCommand.run(guest, ASK_WHETHER_FREE, names(comeOrGone(due)), PATIENCE);
            done = due;
        } catch (IOException e) {
            LOG.debug("Changes of the host did not reach the guest, and are tried again: {}", e.getMessage());
        } finally {
            leases.endRecall(done);
        }
    }

    private static List<Lease> comeOrGone(List<Lease> due) {
        Set<Path> gone = due.stream().map(Lease::path).filter(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .collect(Collectors.toSet());
        // With a folder the kernel forgets all that was in it.
        return due.stream().filter(lease -> lease.stamp() == Lease.NONE
                || (gone.contains(lease.path()) && !gone.contains(lease.path().getParent()))).toList();
    }

    private static List<byte[]> names(List<Lease> of) {
        return of.stream().map(Lease::inGuest).toList();
    }

    @Override
    public void close() {
        worker.close();
    }
}
