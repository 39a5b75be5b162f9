// The far side of the connection is not our guest, or does not take us for its owner.
package dev.wherry.engine.guest;

import java.io.IOException;

/** Keys do not match. Trying again does not help: something else listens on the port, or the guest was given other keys. */
public class GuestIdentityException extends IOException {

    private static final long serialVersionUID = 1L;

    GuestIdentityException(String message) {
        super(message);
    }
}
