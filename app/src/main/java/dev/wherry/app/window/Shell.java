// What the window does for its pages.
package dev.wherry.app.window;

import javafx.scene.layout.Region;
import javafx.stage.Window;

import dev.wherry.app.desk.Desk;

/** The window as its pages see it. All calls are made on the FX thread. */
public interface Shell {

    /** What the pages work with. */
    Desk desk();

    /** Goes to {@code place}. */
    void open(Place place);

    /** Asks before something that cannot be undone; {@code yes} runs if the user agrees. */
    void ask(Question question, Runnable yes);

    /** Shows {@code content} in front of all else, until {@link #closeDialog} or Escape. */
    void dialog(Region content);

    /** Ends what {@link #dialog} has begun. */
    void closeDialog();

    /** Says something in passing, such as "Copied". */
    void say(String text);

    /** Puts {@code text} on the clipboard and says so. */
    void copy(String text);

    /** Opens {@code address} in the user's browser. */
    void browse(String address);

    /** The window, to own choosers of files. */
    Window owner();
}
