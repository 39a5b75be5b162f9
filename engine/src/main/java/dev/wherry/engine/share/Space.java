// How full the host's file system is.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Room of a file system, for df.
 *
 * @param block      bytes of a block
 * @param total      bytes in all
 * @param free       bytes that nobody uses
 * @param usable     bytes that this user may use
 * @param isReadOnly whether nothing may be written
 */
record Space(long block, long total, long free, long usable, boolean isReadOnly) {

    private static final int LONGEST_NAME = 255;
    private static final int READ_ONLY = 1;
    /** The JDK does not tell how many files there may be, and programs that ask want some to be left. */
    private static final long SOME_FILES = 1L << 30;

    /** Of the file system that {@code folder} lies on. */
    static Space of(Path folder, boolean isReadOnly) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return new Space(store.getBlockSize(), store.getTotalSpace(), store.getUnallocatedSpace(),
                store.getUsableSpace(), isReadOnly);
    }

    /** Writes the fields of a {@code statvfs@openssh.com} answer. */
    void write(SftpAnswer answer) {
        answer.longNumber(block).longNumber(block).longNumber(total / block).longNumber(free / block)
                .longNumber(usable / block).longNumber(SOME_FILES).longNumber(SOME_FILES).longNumber(SOME_FILES)
                .longNumber(0).longNumber(isReadOnly ? READ_ONLY : 0).longNumber(LONGEST_NAME);
    }
}
