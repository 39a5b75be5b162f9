// A desktop lacks something.
package dev.wherry.app.tray;

/** This desktop does not offer what was asked of it; the message says why, in words that go after "because". */
public final class UnavailableException extends Exception {

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
