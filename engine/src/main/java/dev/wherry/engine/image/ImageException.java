// A guest image that cannot be used.
package dev.wherry.engine.image;

import java.util.Objects;

/** The guest image is missing, damaged or not for this program. The message is for the user. */
public final class ImageException extends Exception {

    /** With a whole sentence that names the file. */
    public ImageException(String message) {
        super(message);
    }

    /** What went wrong, in whole sentences. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
