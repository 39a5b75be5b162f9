// Notifications as a desktop shows them.
package dev.wherry.app.tray;

/** Shows notifications. A click on one opens the window. Its calls do not wait for the desktop longer than a few seconds. */
public interface Notifier extends AutoCloseable {

    /**
     * Shows {@code notice}.
     *
     * @throws UnavailableException when the desktop shows none
     */
    void tell(Notice notice) throws UnavailableException;

    /** Shows no more. */
    @Override
    void close();
}
