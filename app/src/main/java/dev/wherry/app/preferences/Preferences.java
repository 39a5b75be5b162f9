// How the user wants the app to be.
package dev.wherry.app.preferences;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The choices that concern the app alone.
 *
 * @param theme     light, dark, or as the desktop is
 * @param textSize  of the window, in percent of the usual, 80 to 200
 * @param language  as an IETF tag, such as {@code de}; empty for the desktop's
 * @param quit      what becomes of a running machine when the app is quit
 * @param silenced  the kinds of notification that are not shown, by their names
 * @param welcomed  whether the first screen has been gone through or skipped
 * @param dismissed the newer versions that are not announced any more
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Preferences(Theme theme, int textSize, String language,
        QuitChoice quit, Set<String> silenced, boolean welcomed, Set<String> dismissed) {

    /** Before the user has chosen anything. */
    public static final Preferences DEFAULTS = new Preferences(Theme.SYSTEM, 100, "", QuitChoice.ASK, Set.of(), false,
            Set.of());

    /** Light or dark. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** What becomes of a running machine when the app is quit. */
    public enum QuitChoice {
        ASK,
        LEAVE_RUNNING,
        STOP
    }

    /** A text size out of range becomes the nearest one in it. */
    public Preferences {
        textSize = Math.clamp(textSize, 80, 200);
        silenced = Set.copyOf(silenced);
        dismissed = Set.copyOf(dismissed);
    }

    /** The same with another theme. */
    public Preferences withTheme(Theme other) {
        return new Preferences(other, textSize, language, quit, silenced, welcomed, dismissed);
    }

    /** The same with another text size, in percent. */
    public Preferences withTextSize(int other) {
        return new Preferences(theme, other, language, quit, silenced, welcomed, dismissed);
    }

    /** The same in another language. */
    public Preferences withLanguage(String other) {
        return new Preferences(theme, textSize, other, quit, silenced, welcomed, dismissed);
    }

    /** The same with another choice for quitting. */
    public Preferences withQuit(QuitChoice other) {
        return new Preferences(theme, textSize, language, other, silenced, welcomed, dismissed);
    }

    /** The same without notifications of these kinds. */
    public Preferences withSilenced(Set<String> other) {
        return new Preferences(theme, textSize, language, quit, other, welcomed, dismissed);
    }

    /** The same after the first screen. */
    public Preferences afterWelcome() {
        return new Preferences(theme, textSize, language, quit, silenced, true, dismissed);
    }

    /** The same without announcements of {@code more}. */
    public Preferences withDismissed(Collection<String> more) {
        Set<String> all = new HashSet<>(dismissed);
        all.addAll(more);
        return new Preferences(theme, textSize, language, quit, silenced, welcomed, all);
    }
}
