// What the host changes in shared folders, passed on to the programs in the guest that watch them.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches folders of the host, and has the guest touch there what has changed. The guest's kernel then forgets what it knew of
 * it and tells its watchers (inotify(7)); the server of the share knows such a touch by its time, and leaves the host's file
 * alone. What the guest changed itself is not passed on.
 */
final class ChangeRelay implements AutoCloseable {

    /** How long the changes are gathered that follow one: a save is several, a checkout thousands. */
    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ChangeRelay.class);

    private final Guest guest;
    private final GuestChanges own;
    private final Worker worker;
    private final Map<WatchedFolder, FolderWatch> watches = new HashMap<>(); // the worker's own, as is the next
    private final Map<WatchedFolder, Oversize> oversized = new HashMap<>();
    private final Object lock = new Object();
    private List<Share> shares = List.of(); // guarded by lock
    private Set<String> places = Set.of(); // guarded by lock
    private boolean isOutdated; // guarded by lock
    private TouchList touches = new TouchList(); // guarded by lock
    private volatile Map<Share, String> problems = Map.of();

    ChangeRelay(Guest guest, GuestChanges own) {
        this.guest = guest;
        this.own = own;
        this.worker = Worker.start("share changes", this::work);
    }

    void share(List<Share> wanted) {
        synchronized (lock) {
            shares = List.copyOf(wanted);
            isOutdated = true;
            lock.notifyAll();
        }
    }

    void watch(Collection<String> wanted) {
        synchronized (lock) {
            places = Set.copyOf(wanted);
            isOutdated = true;
            lock.notifyAll();
        }
    }

    /** Of which shares not all can be watched, and why, in a sentence for people. */
    Map<Share, String> problems() {
        return problems;
    }

    private void work() {
        try {
            while (true) {
                awaitWork();
                Thread.sleep(GATHERING);
                Set<WatchedFolder> wanted = null;
                TouchList due;
                synchronized (lock) {
                    if (isOutdated) {
                        wanted = WatchedFolder.of(shares, places);
                        isOutdated = false;
                    }
                    due = touches;
                    touches = new TouchList();
                }
                if (wanted != null) {
                    watchAll(wanted);
                }
                pass(due);
            }
        } catch (InterruptedException e) {
            LOG.debug("Changes of the host are no longer passed on");
        } finally {
            watches.values().forEach(FolderWatch::close);
        }
    }

    private void awaitWork() throws InterruptedException {
        synchronized (lock) {
            while (!isOutdated && touches.isEmpty()) {
                lock.wait();
            }
        }
    }

    private void watchAll(Set<WatchedFolder> wanted) {
        watches.entrySet().removeIf(watch -> {
            boolean ends = !wanted.contains(watch.getKey());
            if (ends) {
                watch.getValue().close();
            }
            return ends;
        });
        oversized.entrySet().removeIf(one -> !wanted.contains(one.getKey())
                || !one.getValue().changed().equals(changed(one.getKey().path())));
        Map<Share, String> failed = new HashMap<>();
        oversized.forEach((folder, oversize) -> failed.put(folder.share(), oversize.why()));
        for (WatchedFolder folder : wanted) {
            if (!watches.containsKey(folder) && !oversized.containsKey(folder)) {
                watch(folder).ifPresent(why -> failed.put(folder.share(), why));
            }
        }
        problems = Map.copyOf(failed);
    }

    /** Returns why it cannot be watched, if so. */
    private Optional<String> watch(WatchedFolder folder) {
        FileTime changed = changed(folder.path());
        try {
            watches.put(folder, new FolderWatch(folder.path(), listener(folder)));
            LOG.info("Changes in {} are passed on to containers", folder.path());
            return Optional.empty();
        } catch (IOException e) {
            String why = "programs in containers do not hear of changes in " + folder.path() + ": " + e.getMessage();
            LOG.warn("{}{}", Character.toUpperCase(why.charAt(0)), why.substring(1));
            if (e instanceof FolderWatch.TooLargeException) {
                oversized.put(folder, new Oversize(changed, why));
            }
            return Optional.of(why);
        }
    }

    /**
     * A folder that has been found to be too large: not to be walked through at each start of a container.
     *
     * @param changed when an entry of it last came or went, by the time of which it is looked at again
     * @param why     it is not watched
     */
    private record Oversize(FileTime changed, String why) {
    }

    private static FileTime changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // it has gone, and will have another time when it is there again
        }
    }

    private FolderWatch.Listener listener(WatchedFolder folder) {
        return new FolderWatch.Listener() {
            @Override
            public void entryChanged(Path path) {
                changed(folder, path, true);
            }

            @Override
            public void contentChanged(Path path) {
                changed(folder, path, false);
            }
        };
    }

    private void changed(WatchedFolder folder, Path path, boolean isEntry) {
        if (own.explains(path)) {
            return;
        }
        synchronized (lock) {
            touches.add(folder, path, isEntry);
            lock.notifyAll();
        }
    }

    private void pass(TouchList due) throws InterruptedException {
        try {
            PathCommand.run(guest, own.wakingCommand(), due.names(), PATIENCE);
        } catch (IOException e) {
            LOG.debug("Changes of the host did not reach the guest: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
