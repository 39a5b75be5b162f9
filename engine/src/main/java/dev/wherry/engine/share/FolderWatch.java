// What happens on the host in a folder and all below it.
package dev.wherry.engine.share;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one folder until it is closed. */
final class FolderWatch implements AutoCloseable {

    /** Linux keeps a watch for each folder, of which a user has some ten thousands at least. */
    static final int MOST_FOLDERS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** A folder holds more folders than are watched. */
    static final class TooLargeException extends IOException {

        @Serial
        private static final long serialVersionUID = 1;

        TooLargeException() {
            super("it holds more than " + MOST_FOLDERS + " folders");
        }
    }

    /** Hears of changes, on a thread of the watch. */
    interface Listener {

        /** Something is at {@code path} that was not, or is there no more. */
        void entryChanged(Path path);

        /** The file at {@code path} has other content or other attributes. */
        void contentChanged(Path path);
    }

    private final DirectoryWatcher watcher;

    /**
     * Watches {@code folder}; returns once no change escapes any more.
     *
     * @throws TooLargeException when it holds more than {@value #MOST_FOLDERS} folders
     * @throws IOException       when it cannot be read, or the system has no watches left
     */
    FolderWatch(Path folder, Listener listener) throws IOException {
        watcher = DirectoryWatcher.builder().path(folder).fileHashing(false).fileTreeVisitor(new Bounded())
                .listener(new Translation(listener)).build();
        CompletableFuture<?> watching = watcher
                .watchAsync(task -> Thread.ofVirtual().name("watch " + folder).start(task));
        if (watching.isCompletedExceptionally()) {
            close();
            Throwable why = watching.exceptionNow();
            throw why.getCause() instanceof IOException cause ? cause : new IOException(why.getMessage(), why);
        }
    }

    private record Translation(Listener listener) implements DirectoryChangeListener {

        @Override
        public void onEvent(DirectoryChangeEvent event) {
            switch (event.eventType()) {
                case CREATE, DELETE -> listener.entryChanged(event.path());
                case MODIFY -> listener.contentChanged(event.path());
                case OVERFLOW ->
                    LOG.warn("Too much happens at once in {}; some changes go unnoticed", event.rootPath());
            }
        }

        @Override
        public void onException(Exception e) {
            LOG.warn("Some of what happens in a shared folder goes unnoticed: {}", e.getMessage());
        }
    }

    private static final class Bounded implements FileTreeVisitor {

        private int folders;

        @Override
        public void recursiveVisitFiles(Path start, Callback onFolder, Callback onFile) throws IOException {
            folders = 0;
            Files.walkFileTree(start, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    if (++folders > MOST_FOLDERS) {
                        throw new TooLargeException();
                    }
                    onFolder.call(folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    onFile.call(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (file.equals(start)) {
                        throw e;
                    }
                    return FileVisitResult.CONTINUE; // it may have gone since, or be somebody else's
                }
            });
        }
    }

    @Override
    public void close() {
        try {
            watcher.close();
        } catch (IOException e) {
            LOG.debug("Closing a watch: {}", e.getMessage());
        }
    }
}
