// Which changes of shared files the guest made itself, and which it only seems to make.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/** The guest's latest changes, by path on the host. Any thread may add and ask. */
final class GuestChanges {

    /** The host says of a change within a second or two; more paths than these are not changed in that time. */
    private static final int REMEMBERED = 10_000;
    private static final Duration LATE = Duration.ofSeconds(5);
    /** A file's time is taken from a clock that may be ahead of the one read here by a tick. */
    private static final Duration TICK = Duration.ofMillis(10);

    private final InstantSource clock;
    private final int waking = RandomGenerator.getDefault().nextInt(1, Integer.MAX_VALUE - 1);
    private final int settling = waking + 1;
    private final Map<Path, Integer> underWay = new HashMap<>();
    private final SequencedMap<Path, Instant> latest = new LinkedHashMap<>();
    private final SequencedMap<Path, Instant> unsettled = new LinkedHashMap<>();

    GuestChanges() {
        this(InstantSource.system());
    }

    GuestChanges(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What the guest runs to wake those who watch files whose names, each ended by a zero, it reads from its standard input.
     *
     * <p>It sets the files' times, which the server of the share knows by their value and does not do: first one that makes the
     * time of the file appear to be another, since of a file with the same time and size as before the guest would go on
     * reading what it remembers of it; then one that ends this. Nobody else comes across just these two values.
     */
    String wakingCommand() {
        return "xargs -0 sh -c 'touch -c -h -m -d @" + waking + " -- \"$@\"; touch -c -h -m -d @" + settling
                + " -- \"$@\"' touch";
    }

    /** Whether to set the time of {@code path} to {@code seconds} since 1970 is only to wake those who watch it. */
    synchronized boolean isWaking(Path path, int seconds) {
        if (seconds == waking) {
            remember(unsettled, path);
            return true;
        } else if (seconds == settling) {
            unsettled.remove(path);
            return true;
        }
        return false;
    }

    /** What to tell the guest instead of {@code attributes} of the file at {@code path}: mostly, the same. */
    synchronized Attributes shown(Path path, Attributes attributes) {
        // A connection that was lost between the two must not leave the file with the other time.
        return isRecent(unsettled, path) ? attributes.modifiedAt(attributes.modified() + 1) : attributes;
    }

    /** The guest begins to change, make or remove what is at {@code path}; {@link #end} follows. */
    synchronized void begin(Path path) {
        underWay.merge(path, 1, Integer::sum);
    }

    /** What began has ended; only when it {@code isMade} has anything changed. */
    synchronized void end(Path path, boolean isMade) {
        underWay.computeIfPresent(path, (same, changes) -> changes > 1 ? changes - 1 : null);
        if (isMade) {
            remember(latest, path);
        }
    }

    private void remember(SequencedMap<Path, Instant> paths, Path path) {
        paths.remove(path);
        if (paths.size() >= REMEMBERED) {
            paths.pollFirstEntry();
        }
        paths.put(path, clock.instant());
    }

    private boolean isRecent(SequencedMap<Path, Instant> paths, Path path) {
        Instant then = paths.get(path);
        return then != null && !then.plus(LATE).isBefore(clock.instant());
    }

    /**
     * Whether what has happened at {@code path} is the guest's doing, as far as its times tell. The host may say so late, as a busy one
     * takes its time, or while the change is still being made.
     */
    synchronized boolean explains(Path path) {
        if (underWay.containsKey(path)) {
            return true;
        }
        Instant own = latest.get(path);
        if (own == null) {
            return false;
        }
        boolean isRecent = isRecent(latest, path);
        try {
            Optional<Instant> change = lastChange(path);
            return change.isPresent()
                    ? !change.get().isAfter(own.plus(TICK))
                    // A time that can be set may be older than the change that set it.
                    : isRecent && !Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant()
                            .isAfter(own.plus(TICK));
        } catch (IOException e) {
            return isRecent; // it is gone, as the guest wanted
        }
    }

    // The time that nobody can set, where the host has one.
    private static Optional<Instant> lastChange(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Optional
                        .of(((FileTime) Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toInstant())
                : Optional.empty();
    }
}
