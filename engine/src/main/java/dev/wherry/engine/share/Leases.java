// What the guest has been told of shared files and may still go by.
package dev.wherry.engine.share;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The guest's kernel is allowed to answer for a file out of its memory for a while ({@link #REMEMBERED}). Each such allowance is a lease:
 * as long as it lasts, the guest has to be told when the file is no longer what it was said to be. Thread-safe.
 */
final class Leases {

    /** For how long the kernel of the guest remembers. */
    static final Duration REMEMBERED = Duration.ofSeconds(30);
    /** That, the time for which sshfs remembers before it, and some for a guest that is slow. */
    static final Duration TERM = REMEMBERED.plusSeconds(10);
    /** A file that changes all the time is not told anew for ever, as nobody may want to know. */
    static final Duration INTEREST = Duration.ofMinutes(10);
    /** More would take too long to look at. */
    static final int MOST = 50_000;

    private final LongSupplier nanos;
    private final Map<Path, Lease> leases = new LinkedHashMap<>(); // guarded by this, as are the others
    private Set<Path> recalled = Set.of();
    private boolean isOverflown;

    Leases() {
        this(System::nanoTime);
    }

    /** With {@code nanos} for {@link System#nanoTime}. */
    Leases(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The guest is told of what is at {@code path}.
     *
     * @param stamp of the state that it is told of, or one of those that {@link Lease} has besides
     */
    synchronized void grant(Path path, SharedTop top, HostFiles files, long stamp) {
        long now = nanos.getAsLong();
        Lease before = leases.get(path);
        long asked = before != null && recalled.contains(path) ? before.asked() : now;
        if (before == null && leases.size() >= MOST) {
            leases.clear();
            isOverflown = true;
        }
        leases.put(path, new Lease(path, top, files, stamp, now, asked));
        notifyAll();
    }

    /**
     * The guest is about to change what is at {@code path} itself.
     *
     * @return the lease that ends by that, if there was one
     */
    synchronized @Nullable Lease end(@Nullable Path path) {
        return leases.remove(path);
    }

    /** The guest goes by {@code lease} after all, unless it has been granted another since. */
    synchronized void restore(Lease lease) {
        leases.putIfAbsent(lease.path(), lease);
    }

    /** The guest has renamed what was at {@code from}, and knows all in it by its new name. */
    synchronized void move(Path from, Path to) {
        List<Lease> moved = leases.values().stream().filter(lease -> lease.path().startsWith(from)).toList();
        for (Lease lease : moved) {
            leases.remove(lease.path());
            Path path = to.resolve(from.relativize(lease.path()));
            leases.put(path, lease.at(path));
        }
    }

    synchronized boolean isEmpty() {
        return leases.isEmpty();
    }

    /** Whether there have been too many leases since the last call, so that all ended; the guest then has to forget everything. */
    synchronized boolean takeOverflow() {
        boolean was = isOverflown;
        isOverflown = false;
        return was;
    }

    /** Returns when there is a lease. */
    synchronized void await() throws InterruptedException {
        while (leases.isEmpty()) {
            wait();
        }
    }

    /** All that have not run out. */
    synchronized List<Lease> current() {
        long now = nanos.getAsLong();
        leases.values().removeIf(lease -> now - lease.told() > TERM.toNanos());
        return List.copyOf(leases.values());
    }

    /**
     * Begins to have the guest ask again for what it was told by {@code outdated}.
     *
     * @return those of them for which it has to: not what it has asked for again meanwhile, nor what it has not asked for in a long time
     */
    synchronized List<Lease> beginRecall(Collection<Lease> outdated) {
        List<Lease> due = new ArrayList<>();
        for (Lease lease : outdated) {
            if (!lease.equals(leases.get(lease.path()))) {
                continue;
            }
            if (lease.told() - lease.asked() <= INTEREST.toNanos()) {
                due.add(lease);
            } else {
                leases.remove(lease.path());
            }
        }
        recalled = due.stream().map(Lease::path).collect(Collectors.toUnmodifiableSet());
        return due;
    }

    /**
     * Ends what {@link #beginRecall} began.
     *
     * @param forgotten the leases that the guest goes by no longer
     */
    synchronized void endRecall(Collection<Lease> forgotten) {
        recalled = Set.of();
        forgotten.forEach(lease -> leases.remove(lease.path(), lease));
    }
}
