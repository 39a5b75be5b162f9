// A request that is answered with a status of its own.
package dev.wherry.engine.share;

import java.io.IOException;

/** Carries the status that the guest gets. */
final class SftpException extends IOException {

    private static final long serialVersionUID = 1L;

    private final SftpStatus status;

    SftpException(SftpStatus status, String message) {
        super(message);
        this.status = status;
    }

    SftpStatus status() {
        return status;
    }
}
