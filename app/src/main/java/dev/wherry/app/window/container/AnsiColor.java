// A colour that a program asks of its terminal.
package dev.wherry.app.window.container;

/** A colour of text or of what is behind it. */
sealed interface AnsiColor {

    /**
     * One of the sixteen that a terminal's own palette defines.
     *
     * @param index 0 to 7 for black, red, green, yellow, blue, magenta, cyan, white; 8 to 15 for the same, bright
     */
    record Named(int index) implements AnsiColor {
    }

    /** A colour by its parts, each from 0 to 255. */
    record Rgb(int red, int green, int blue) implements AnsiColor {
    }

    /** Colour {@code index} of xterm's 256: the sixteen, a cube of 6 x 6 x 6, and 24 greys. */
    static AnsiColor ofPalette(int index) {
        if (index < 16) {
            return new Named(index);
        }
        if (index < 232) {
            int cube = index - 16;
            return new Rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
        }
        int grey = 8 + 10 * (index - 232);
        return new Rgb(grey, grey, grey);
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }
}
