// How a program wants a piece of its output to look.
package dev.wherry.app.window.container;

import org.jspecify.annotations.Nullable;

/**
 * The look of text on a terminal.
 *
 * @param ink        colour of the text; null for the usual one
 * @param paper      colour behind it; null for the usual one
 * @param bold       heavier than usual
 * @param faint      fainter than usual
 * @param italic     slanted
 * @param underlined with a line below
 * @param inverse    with ink and paper exchanged
 */
record AnsiStyle(@Nullable AnsiColor ink, @Nullable AnsiColor paper, boolean bold, boolean faint, boolean italic,
        boolean underlined, boolean inverse) {

    /** The usual look. */
    static final AnsiStyle PLAIN = new AnsiStyle(null, null, false, false, false, false, false);

    AnsiStyle withInk(@Nullable AnsiColor color) {
        return new AnsiStyle(color, paper, bold, faint, italic, underlined, inverse);
    }

    AnsiStyle withPaper(@Nullable AnsiColor color) {
        return new AnsiStyle(ink, color, bold, faint, italic, underlined, inverse);
    }

    AnsiStyle withWeight(boolean heavier, boolean fainter) {
        return new AnsiStyle(ink, paper, heavier, fainter, italic, underlined, inverse);
    }

    AnsiStyle withItalic(boolean on) {
        return new AnsiStyle(ink, paper, bold, faint, on, underlined, inverse);
    }

    AnsiStyle withUnderline(boolean on) {
        return new AnsiStyle(ink, paper, bold, faint, italic, on, inverse);
    }

    AnsiStyle withInverse(boolean on) {
        return new AnsiStyle(ink, paper, bold, faint, italic, underlined, on);
    }
}
