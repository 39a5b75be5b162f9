// A small sign of how something is, told apart by shape as well as by colour.
package dev.wherry.app.window.parts;

import java.util.Locale;
import javafx.css.PseudoClass;

import dev.wherry.app.watch.MachineView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands before a state in words; it says nothing that the words do not. */
public final class StateMark extends FontIcon {

    /** How something is. */
    public enum Kind {
        ON(Feather.PLAY_CIRCLE),
        OFF(Feather.CIRCLE),
        BUSY(Feather.LOADER),
        PAUSED(Feather.PAUSE_CIRCLE),
        TROUBLE(Feather.ALERT_TRIANGLE);

        private final Feather icon;

        Kind(Feather icon) {
            this.icon = icon;
        }

        /** How {@code machine} is. */
        public static Kind of(MachineView machine) {
            if (machine.lost() != null) {
                return TROUBLE;
            }
            return switch (machine.state()) {
                case ABSENT, STOPPED -> OFF;
                case STARTING, STOPPING -> BUSY;
                case RUNNING -> ON;
                case PAUSED -> PAUSED;
                case FAILED -> TROUBLE;
            };
        }
    }

    /** A mark that shows nothing in particular yet. */
    public StateMark() {
        getStyleClass().add("state-mark");
        show(Kind.OFF);
    }

    /** Shows {@code kind}. */
    public void show(Kind kind) {
        setIconCode(kind.icon);
        for (Kind each : Kind.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == kind);
        }
    }
}
