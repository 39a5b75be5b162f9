// The tray as a desktop shows it.
package dev.wherry.app.tray;

import dev.wherry.app.model.Live;

/** An icon with a menu in the desktop's tray. Its calls do not wait for the desktop longer than a few seconds. */
public interface Tray extends AutoCloseable {

    /** Shows {@code content}, now or as soon as there is a place for it. */
    void show(TrayContent content);

    /** Whether the user can see it. Without a tray a window must not hide itself for good. */
    Live<Boolean> shown();

    /** Takes it away. */
    @Override
    void close();
}
