// A line of a program's output, without its control sequences.
package dev.wherry.app.window.container;

import java.util.List;

/**
 * Text as a terminal would show it.
 *
 * @param plain what is to be read
 * @param spans the pieces of it that do not look as usual, in their order, without overlap
 * @param end   the look in which the next line begins
 */
record AnsiText(String plain, List<Span> spans, AnsiStyle end) {

    /** A piece from index {@code from} up to and without {@code to}. */
    record Span(int from, int to, AnsiStyle style) {
    }

    AnsiText {
        spans = List.copyOf(spans);
    }

    /** Reads {@code line}, which begins in the look {@code start}. */
    static AnsiText parse(String line, AnsiStyle start) {
        boolean simple = start.equals(AnsiStyle.PLAIN) && line.chars().noneMatch(Character::isISOControl);
        return simple ? new AnsiText(line, List.of(), AnsiStyle.PLAIN) : new AnsiParser(line, start).parse();
    }
}
