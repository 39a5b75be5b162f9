// Something could not be fetched.
package dev.wherry.engine.fetch;

import java.util.Objects;

/** A file could not be fetched, or is not what it should be. The message is for the user. */
public final class FetchException extends Exception {

    /** With a whole sentence that names the address. */
    public FetchException(String message) {
        super(message);
    }

    /** What went wrong, in whole sentences. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
