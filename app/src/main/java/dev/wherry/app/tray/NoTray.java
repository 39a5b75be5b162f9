// A desktop that has no tray.
package dev.wherry.app.tray;

import dev.wherry.app.model.Live;

/** Shows nothing; the window is all there is. */
public final class NoTray implements Tray {

    private final Live<Boolean> shown = new Live<>(false);

    @Override
    public void show(TrayContent content) {
        // There is no place for it.
    }

    @Override
    public Live<Boolean> shown() {
        return shown;
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
