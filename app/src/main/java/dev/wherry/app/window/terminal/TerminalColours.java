// The colours that programs in a terminal ask for by number.
package dev.wherry.app.window.terminal;

import javafx.scene.paint.Paint;

import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.emulator.ColorPalette;

/** The sixteen colours of a terminal, as Primer has them for light and for dark backgrounds, in the order of ECMA-48. */
enum TerminalColours {

    LIGHT(0xffffff, 0x24292f, 0xb6d7ff,
            0x24292f, 0xcf222e, 0x116329, 0x4d2d00, 0x0969da, 0x8250df, 0x1b7c83, 0x6e7781,
            0x57606a, 0xa40e26, 0x1a7f37, 0x633c01, 0x218bff, 0xa475f9, 0x3192aa, 0x8c959f),
    DARK(0x0d1117, 0xc9d1d9, 0x264f78,
            0x484f58, 0xff7b72, 0x3fb950, 0xd29922, 0x58a6ff, 0xbc8cff, 0x39c5cf, 0xb1bac4,
            0x6e7681, 0xffa198, 0x56d364, 0xe3b341, 0x79c0ff, 0xd2a8ff, 0x56d4dd, 0xffffff);

    private final Color background;
    private final Color foreground;
    private final Color selection;
    private final ColorPalette palette;

    TerminalColours(int background, int foreground, int selection, int... numbered) {
        this.background = new Color(background);
        this.foreground = new Color(foreground);
        this.selection = new Color(selection);
        this.palette = new ColorPalette() {
            @Override
            protected Color getForegroundByColorIndex(int index) {
                return new Color(numbered[index]);
            }

            @Override
            protected Color getBackgroundByColorIndex(int index) {
                return new Color(numbered[index]);
            }
        };
    }

    /** Those that fit what a theme fills its windows with. */
    static TerminalColours on(Paint background) {
        return background instanceof javafx.scene.paint.Color colour && colour.getBrightness() < 0.5 ? DARK : LIGHT;
    }

    Color background() {
        return background;
    }

    Color foreground() {
        return foreground;
    }

    Color selection() {
        return selection;
    }

    ColorPalette palette() {
        return palette;
    }
}
