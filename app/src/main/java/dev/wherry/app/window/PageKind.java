// Which pages there are.
package dev.wherry.app.window;

import java.util.Locale;

import dev.wherry.app.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The pages in the order of the side bar. */
public enum PageKind {
    CONTAINERS(Feather.BOX),
    IMAGES(Feather.LAYERS),
    VOLUMES(Feather.DATABASE),
    NETWORKS(Feather.SHARE_2),
    MACHINE(Feather.CPU),
    TERMINAL(Feather.TERMINAL),
    PROBLEMS(Feather.ACTIVITY),
    SETTINGS(Feather.SETTINGS);

    private final Feather icon;

    PageKind(Feather icon) {
        this.icon = icon;
    }

    /** Its picture. */
    public Feather icon() {
        return icon;
    }

    /** Its name for the user. */
    public String title() {
        return Texts.of(PageKind.class).get("page." + key());
    }

    /** Its name in the resource bundle and in style sheets. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
