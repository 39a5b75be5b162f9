// A share mounted on this computer with the real sshfs, as the guest mounts it, for tests.
package dev.wherry.engine.share;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A mounted share. Closing it unmounts and ends sshfs. */
final class MountedShare implements Closeable {

    private static final Path SSHFS = Path.of("/usr/bin/sshfs");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Closeable server;
    private final Path place;
    private final Process sshfs;

    /** Mounts {@code folder} at {@code place}, an empty folder. */
    MountedShare(Path folder, Path place, boolean isReadOnly) throws IOException {
        this(new Share(folder, place.toString(), isReadOnly, "test"), new ShareNotes());
    }

    /** Mounts {@code share} at its place, an empty folder of this computer. */
    MountedShare(Share share, ShareNotes notes) throws IOException {
        this(new ServedShare(share, notes), Path.of(share.place()));
    }

    private MountedShare(ServedShare served, Path place) throws IOException {
        this(served, served.port(), "/", place);
    }

    // The server is to refuse changes to a read-only share, so it is mounted as if it took them.
    private MountedShare(Closeable server, int port, String path, Path place) throws IOException {
        this.server = server;
        this.place = place;
        this.sshfs = new ProcessBuilder(SSHFS.toString(), "-f", "-o",
                "directport=" + port
                        + ",reconnect,no_contain_symlinks,auto_cache,dcache_timeout=2,attr_timeout=30,entry_timeout=30,negative_timeout=30",
                "127.0.0.1:" + path,
                place.toString()).inheritIO().start();
        await().atMost(SOON).until(this::isMounted);
    }

    /** Mounts the share of {@code token} at {@code place}; closing it leaves {@code server} be. */
    static MountedShare of(ShareServer server, String token, Path place) throws IOException {
        return new MountedShare(() -> {
        }, server.port(), "/" + token, place);
    }

    /** Whether this computer can mount at all: sshfs and FUSE are there. */
    static boolean isPossible() {
        return Files.isExecutable(SSHFS) && Files.isWritable(Path.of("/dev/fuse"));
    }

    private boolean isMounted() throws IOException {
        return Files.readString(Path.of("/proc/mounts")).contains(" " + place + " fuse.sshfs");
    }

    private static boolean unmount(Path place) throws IOException, InterruptedException {
        return new ProcessBuilder("fusermount3", "-u", "-q", place.toString()).inheritIO().start().waitFor() == 0;
    }

    Path place() {
        return place;
    }

    @Override
    public void close() throws IOException {
        try (server) {
            // A program that looked at it a moment ago keeps it busy.
            await().atMost(SOON).until(() -> unmount(place));
            if (!sshfs.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("sshfs did not end with " + place);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sshfs.destroy();
        }
    }
}
