// How terminals look and which keys they have.
package dev.wherry.app.window.terminal;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.emulator.ColorPalette;
import com.techsenger.jeditermfx.core.model.TerminalTypeAheadSettings;
import com.techsenger.jeditermfx.ui.TerminalActionPresentation;
import com.techsenger.jeditermfx.ui.settings.DefaultSettingsProvider;
import dev.wherry.app.text.Texts;

/** What all terminals of one {@link ShellTabs} have in common. Colours and size of text may change while they are shown. */
final class TerminalSettings extends DefaultSettingsProvider {

    static final double LEAST_TEXT = 8;
    static final double LARGEST_TEXT = 40;
    private static final Texts TEXTS = Texts.of(TerminalSettings.class);
    /** In lines. Every line printed beyond it costs the moving of all of them. */
    private static final int HISTORY = 5000;
    /** More often than that nobody sees, and each time takes the processor from whoever prints. */
    private static final int FRAMES_A_SECOND = 25;
    private static final TerminalTypeAheadSettings NO_GUESSING = new TerminalTypeAheadSettings(false, 0,
            new TextStyle());

    private final Consumer<String> browser;
    private volatile TerminalColours colours = TerminalColours.LIGHT;
    private volatile double textSize;

    /**
     * Settings with a first size of text, in pixels.
     *
     * @param browser opens a link in the user's browser
     */
    TerminalSettings(double textSize, Consumer<String> browser) {
        this.textSize = textSize;
        this.browser = browser;
    }

    /** Opens {@code link} in the user's browser. */
    void browse(String link) {
        browser.accept(link);
    }

    TerminalColours colours() {
        return colours;
    }

    void colours(TerminalColours next) {
        colours = next;
    }

    double textSize() {
        return textSize;
    }

    void textSize(double next) {
        textSize = Math.clamp(next, LEAST_TEXT, LARGEST_TEXT);
    }

    // The style is kept by every character on the screen, so it must not hold the colours of one theme. The defaults of
    // foreground and background are taken from it.
    @Override
    @SuppressWarnings("deprecation")
    public TextStyle getDefaultStyle() {
        return new TextStyle(new TerminalColor(() -> colours.foreground()),
                new TerminalColor(() -> colours.background()));
    }

    @Override
    public ColorPalette getTerminalColorPalette() {
        return colours.palette();
    }

    @Override
    public TextStyle getSelectionColor() {
        return new TextStyle(getDefaultForeground(), new TerminalColor(() -> colours.selection()));
    }

    @Override
    public boolean useInverseSelectionColor() {
        return false;
    }

    @Override
    public float getTerminalFontSize() {
        return (float) textSize;
    }

    @Override
    public int maxRefreshRate() {
        return FRAMES_A_SECOND;
    }

    @Override
    public int getBufferMaxLinesCount() {
        return HISTORY;
    }

    // The bell would load the other toolkit, AWT.
    @Override
    public boolean audibleBell() {
        return false;
    }

    // On a Mac, Option makes characters that other keyboards have keys for.
    @Override
    public boolean altSendsEscape() {
        return !TerminalKeys.MAC;
    }

    @Override
    public TerminalTypeAheadSettings getTypeAheadSettings() {
        return NO_GUESSING;
    }

    @Override
    public TerminalActionPresentation getOpenUrlActionPresentation() {
        return action("link");
    }

    @Override
    public TerminalActionPresentation getCopyActionPresentation() {
        return action("copy", TerminalKeys.own(KeyCode.C));
    }

    @Override
    public TerminalActionPresentation getPasteActionPresentation() {
        return action("paste", TerminalKeys.own(KeyCode.V));
    }

    @Override
    public TerminalActionPresentation getSelectAllActionPresentation() {
        return action("select.all", TerminalKeys.own(KeyCode.A));
    }

    @Override
    public TerminalActionPresentation getClearBufferActionPresentation() {
        return action("clear");
    }

    @Override
    public TerminalActionPresentation getFindActionPresentation() {
        return action("find", TerminalKeys.own(KeyCode.F));
    }

    @Override
    public TerminalActionPresentation getPageUpActionPresentation() {
        return action("page.up", shift(KeyCode.PAGE_UP));
    }

    @Override
    public TerminalActionPresentation getPageDownActionPresentation() {
        return action("page.down", shift(KeyCode.PAGE_DOWN));
    }

    @Override
    public TerminalActionPresentation getLineUpActionPresentation() {
        return action("line.up", TerminalKeys.own(KeyCode.UP));
    }

    @Override
    public TerminalActionPresentation getLineDownActionPresentation() {
        return action("line.down", TerminalKeys.own(KeyCode.DOWN));
    }

    private static KeyCombination shift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
    }

    private static TerminalActionPresentation action(String key, KeyCombination... keys) {
        return new TerminalActionPresentation(TEXTS.get(key), List.of(keys));
    }
}
