// Whether the app can be reached by its tray.
package dev.wherry.app.desktop;

import dev.wherry.app.model.Live;
import org.jspecify.annotations.Nullable;

/** Knows of no tray until it is told of one. */
final class TrayReach implements Desktop.Reach {

    private volatile @Nullable Live<Boolean> shown;

    void follow(Live<Boolean> tray) {
        shown = tray;
    }

    @Override
    public boolean withoutWindow() {
        Live<Boolean> tray = shown;
        return tray != null && tray.get();
    }
}
