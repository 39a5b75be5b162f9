// The guest is there, but nothing in it takes the connection.
package dev.wherry.engine.guest;

import java.io.IOException;

/** The guest's SSH server answered that it cannot open the channel, for example because nobody listens on the socket. */
public class GuestRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    GuestRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
