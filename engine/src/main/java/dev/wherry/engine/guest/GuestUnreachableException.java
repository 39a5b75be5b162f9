// There is no connection to the guest.
package dev.wherry.engine.guest;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** No connection came about before the deadline, or the connection has been closed. The cause is the last attempt's. */
public class GuestUnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    GuestUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
