// Kinds of files.
package dev.wherry.engine.docker;

/** What a file can be. */
public enum FileKind {
    /** Has contents. */
    FILE,
    /** Has entries. */
    FOLDER,
    /** Points to another path. */
    LINK,
    /** Device, socket or pipe. */
    SPECIAL;

    // Bits of Go's io/fs.FileMode.
    private static final long GO_FOLDER = 1L << 31;
    private static final long GO_LINK = 1L << 27;
    private static final long GO_TYPE = GO_FOLDER | GO_LINK | 1L << 26 | 1L << 25 | 1L << 24 | 1L << 21 | 1L << 19;

    // Bits of Unix's st_mode (POSIX, sys/stat.h, with the values that Linux gives them).
    private static final int UNIX_TYPE = 0170000;

    static FileKind ofGoMode(long mode) {
        return (mode & GO_LINK) != 0
                ? LINK
                : (mode & GO_FOLDER) != 0 ? FOLDER : (mode & GO_TYPE) == 0 ? FILE : SPECIAL;
    }

    static FileKind ofUnixMode(int mode) {
        return switch (mode & UNIX_TYPE) {
            case 0100000 -> FILE;
            case 0040000 -> FOLDER;
            case 0120000 -> LINK;
            default -> SPECIAL;
        };
    }
}
