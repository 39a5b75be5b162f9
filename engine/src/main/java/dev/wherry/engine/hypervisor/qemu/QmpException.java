// What goes wrong between us and QEMU's control socket.
package dev.wherry.engine.hypervisor.qemu;

import org.jspecify.annotations.Nullable;

/** A QMP command that was refused, was not answered in time, or whose connection is lost. */
class QmpException extends Exception {

    QmpException(String message) {
        this(message, null);
    }

    QmpException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nobody listens on the socket, or there is none: no QEMU runs there. */
    static final class NotListening extends QmpException {
        NotListening(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
