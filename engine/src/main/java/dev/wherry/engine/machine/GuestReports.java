// Reads what the guest reports of its boot on the serial console.
package dev.wherry.engine.machine;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the serial log of a booting guest for its lines "{@code @wherry step}" and "{@code @wherry fail step text}"
 * (vm-image/README.md). The file is read a few dozen times a second, since not every system tells about changes to a file in
 * time; hence it is closed as soon as the guest can be reached by better means.
 */
final class GuestReports implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(GuestReports.class);
    private static final Duration PACE = Duration.ofMillis(15);
    private static final String PREFIX = "@wherry ";

    private final Path file;
    private final BooleanSupplier vmIsAlive;
    private final Thread follower;
    private final Set<String> reached = new HashSet<>();
    private @Nullable Failure failure;
    private boolean ended;

    /** A step of the guest's boot that failed, in the guest's words. */
    record Failure(String step, String text) {
    }

    /**
     * Follows {@code file} from its beginning, existing or not.
     *
     * @param vmIsAlive whether more can come
     */
    GuestReports(Path file, BooleanSupplier vmIsAlive) {
        this.file = file;
        this.vmIsAlive = vmIsAlive;
        this.follower = Thread.ofVirtual().name("guest-reports").start(this::follow);
    }

    /**
     * Waits until the guest reports {@code step}, reports a failure, or the VM is gone.
     *
     * @return whether it reported the step
     */
    synchronized boolean await(String step, Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!reached.contains(step) && failure == null && !ended) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return reached.contains(step);
    }

    /** The first failure that the guest reported, if it did. */
    synchronized Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public void close() {
        follower.interrupt();
    }

    private void follow() {
        long offset = 0;
        StringBuilder line = new StringBuilder();
        try {
            boolean more = true;
            while (more) {
                more = vmIsAlive.getAsBoolean();
                byte[] news = readFrom(offset);
                offset += news.length;
                for (char c : new String(news, StandardCharsets.ISO_8859_1).toCharArray()) {
                    if (c == '\n') {
                        read(line.toString().strip());
                        line.setLength(0);
                    } else {
                        line.append(c);
                    }
                }
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            // closed
        } catch (IOException e) {
            LOG.warn("Tried to follow {} but failed", file, e);
        } finally {
            end();
        }
    }

    private byte[] readFrom(long offset) throws IOException {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] news = new byte[(int) Math.min(Math.max(0, open.length() - offset), 1 << 20)];
            open.seek(offset);
            open.readFully(news);
            return news;
        }
    }

    // The kernel may print in the middle of a line of ours, so a report is looked for anywhere in it.
    private synchronized void read(String line) {
        int start = line.indexOf(PREFIX);
        if (start < 0) {
            return;
        }
        String[] words = line.substring(start + PREFIX.length()).split(" ", 3);
        if (words[0].equals("fail") && words.length > 1) {
            if (failure == null) {
                failure = new Failure(words[1], words.length > 2 ? words[2] : "it gave no reason");
            }
        } else {
            reached.add(words[0]);
        }
        notifyAll();
    }
}
