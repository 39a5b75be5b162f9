// What a terminal copies and pastes.
package dev.wherry.app.window.terminal;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import com.techsenger.jeditermfx.ui.TerminalCopyPasteHandler;
import org.jspecify.annotations.Nullable;

/** The desktop's clipboard by JavaFX: JediTermFX' own way leads through AWT. There is no second one for what is merely selected. */
final class TerminalClipboard implements TerminalCopyPasteHandler {

    @Override
    public void setContents(String text, boolean selection) {
        if (!selection) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @Override
    public @Nullable String getContents(boolean selection) {
        return selection ? null : Clipboard.getSystemClipboard().getString();
    }
}
