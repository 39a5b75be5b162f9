// How a request ended.
package dev.wherry.engine.share;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Status codes of the protocol; beside each, what sshfs makes of it. */
enum SftpStatus {
    OK(0),
    EOF(1),
    /** ENOENT. */
    NO_SUCH_FILE(2),
    /** EACCES. */
    PERMISSION_DENIED(3),
    /** EPERM, or after a look around EEXIST and ENOTEMPTY. */
    FAILURE(4),
    /** EBADMSG. */
    BAD_MESSAGE(5),
    /** EOPNOTSUPP. */
    OP_UNSUPPORTED(8),
    /** Of later drafts of the protocol; EIO. */
    IO_ERROR(14);

    private final int code;

    SftpStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** What to answer when the host's file system has failed so. */
    static SftpStatus of(IOException failure) {
        return switch (failure) {
            case SftpException e -> e.status();
            case EOFException e -> EOF;
            case NoSuchFileException e -> NO_SUCH_FILE;
            case AccessDeniedException e -> PERMISSION_DENIED;
            case FileSystemException e when isAboutAParent(e) -> NO_SUCH_FILE;
            case FileSystemException e -> FAILURE;
            default -> IO_ERROR;
        };
    }

    // A component of the path that is no folder: the JDK has only the system's words for it.
    private static boolean isAboutAParent(FileSystemException e) {
        return e.getReason() != null && e.getReason().contains("Not a directory");
    }
}
