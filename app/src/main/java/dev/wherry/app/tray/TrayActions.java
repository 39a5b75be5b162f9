// The app, as the tray sees it.
package dev.wherry.app.tray;

/** Does what the tray is asked for. */
@FunctionalInterface
public interface TrayActions {

    /** Does {@code action}, or begins to: called on a thread of the tray's, it does not wait for anything. */
    void perform(TrayAction action);
}
