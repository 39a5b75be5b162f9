// Which keys a terminal keeps for itself.
package dev.wherry.app.window.terminal;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The terminal's own keys: Command with a letter on a Mac, Control and Shift with it elsewhere, for Control alone is the shell's. */
final class TerminalKeys {

    static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");
    private static final int CONTROL = 0x1f;

    private TerminalKeys() {
    }

    /** The way to press {@code key} for the terminal. */
    static KeyCombination own(KeyCode key) {
        return MAC
                ? new KeyCodeCombination(key, KeyCombination.META_DOWN)
                : new KeyCodeCombination(key, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /** Whether the keys that browsers zoom with are pressed around this one. */
    static boolean zooms(KeyEvent event) {
        return MAC ? event.isMetaDown() : event.isControlDown() && !event.isAltDown();
    }

    /**
     * The control character that Control with a letter means (ECMA-48, 5.2). The toolkit tells it on some systems only: elsewhere
     * the letter itself would be typed.
     */
    static Optional<byte[]> controlCharacter(KeyEvent event) {
        boolean control = event.isControlDown() && !event.isAltDown() && !event.isShiftDown() && !event.isMetaDown();
        return control && event.getCode().isLetterKey()
                ? Optional.of(new byte[]{(byte) (event.getCode().getCode() & CONTROL)})
                : Optional.empty();
    }
}
