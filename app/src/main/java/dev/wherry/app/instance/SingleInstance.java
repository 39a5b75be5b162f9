// Which of several starts is the app.
package dev.wherry.app.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.wherry.engine.host.PrivateFiles;
import dev.wherry.engine.host.SocketPath;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the app, held until it is closed or the process ends in whatever way. A lock decides who has it; whoever comes
 * second speaks to the first over a socket.
 */
public final class SingleInstance implements AutoCloseable {

    /** How long a second start waits for the first to answer. */
    static final Duration LIMIT = Duration.ofSeconds(8);

    private static final Duration PACE = Duration.ofMillis(50);

    private final FileChannel lockFile;
    private final StartListener listener;

    private SingleInstance(FileChannel lockFile, StartListener listener) {
        this.lockFile = lockFile;
        this.listener = listener;
    }

    /**
     * Becomes the app, or hands {@code arguments} to the one that runs.
     *
     * @param runtime   folder of sockets and locks, one for each user
     * @param arguments what this start was asked for
     * @param onStart   is given the arguments of each later start, on a thread of its own; does not wait for anything
     * @return the right to be the app; empty when another has it and has been told
     * @throws IOException when another has it and does not answer, or the folder cannot be used
     */
    public static Optional<SingleInstance> claim(Path runtime, List<String> arguments, Consumer<List<String>> onStart)
            throws IOException, InterruptedException {
        PrivateFiles.createDirectories(runtime);
        Path socket = SocketPath.fitting(runtime.resolve("app.sock"));
        FileChannel lockFile = FileChannel.open(lockIn(runtime), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        boolean held = false;
        try {
            if (lockedOrTold(lockFile, socket, arguments)) {
                SingleInstance instance = new SingleInstance(lockFile, StartListener.open(socket, onStart));
                held = true;
                return Optional.of(instance);
            }
            return Optional.empty();
        } finally {
            if (!held) {
                lockFile.close();
            }
        }
    }

    /**
     * Whether the app runs.
     *
     * @param runtime as in {@link #claim}
     */
    public static boolean runs(Path runtime) throws IOException {
        Path file = lockIn(runtime);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel lockFile = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return lockFile.tryLock() == null;
        }
    }

    private static Path lockIn(Path runtime) {
        return runtime.resolve("app.lock");
    }

    // The one that has the lock may not listen yet, or be about to end: so both are tried until one succeeds.
    private static boolean lockedOrTold(FileChannel lockFile, Path socket, List<String> arguments)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            @Nullable
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return true;
            }
            try {
                StartMessage.send(socket, arguments);
                return false;
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IOException("Tried to show the window of the Wherry that runs already but it does not"
                            + " answer. End that program and start Wherry again.", e);
                }
                Thread.sleep(PACE);
            }
        }
    }

    /** Lets the next start be the app. */
    @Override
    public void close() throws IOException {
        try (lockFile) {
            listener.close();
        }
    }
}
