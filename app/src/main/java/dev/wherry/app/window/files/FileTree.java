// Files that can be browsed.
package dev.wherry.app.window.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import dev.wherry.app.files.FileSelection;
import dev.wherry.app.files.FolderListing;
import dev.wherry.engine.docker.FileStat;

/**
 * The files of a container or of a volume. Paths are absolute, with slashes; {@code /} is the top. Every call blocks until it is
 * done, and ends with an {@link IOException} when its thread is interrupted.
 */
public interface FileTree {

    /** What is in {@code folder}. */
    FolderListing list(String folder) throws IOException;

    /** What is at {@code path}; a symbolic link is not followed. */
    FileStat stat(String path) throws IOException;

    /** The beginning of the file at {@code path}, {@code limit} bytes at most. */
    byte[] beginning(String path, int limit) throws IOException;

    /**
     * Copies a file or folder into {@code folder} on the host, where nothing of its name may be yet.
     *
     * @param moved hears how many bytes have come so far
     * @return the names of what the host cannot have
     */
    List<String> download(String path, Path folder, LongConsumer moved) throws IOException;

    /**
     * Copies files of the host into {@code folder}, over what is there.
     *
     * @param moved hears how many bytes have gone so far
     */
    void upload(FileSelection files, String folder, LongConsumer moved) throws IOException;

    /** Whether {@link #delete} can be done here. */
    boolean deletes();

    /** Deletes what is at {@code path}, a folder with all that is in it. */
    void delete(String path) throws IOException;
}
