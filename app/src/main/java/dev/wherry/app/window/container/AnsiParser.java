// Takes a terminal's control sequences out of a line (ECMA-48, and what xterm makes of it).
package dev.wherry.app.window.container;

import java.util.ArrayList;
import java.util.List;

/** Reads one line. Colours and the like are kept, everything else that controls a terminal is left out, whole or broken. */
final class AnsiParser {

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';
    private static final String STRINGS = "]PX^_"; // what begins OSC, DCS, SOS, PM and APC after an escape

    private final String line;
    private final StringBuilder plain = new StringBuilder();
    private final List<AnsiText.Span> spans = new ArrayList<>();
    private AnsiStyle style;
    private int styledFrom;
    private int at;
    private boolean returned;

    AnsiParser(String line, AnsiStyle start) {
        this.line = line;
        this.style = start;
    }

    AnsiText parse() {
        while (at < line.length()) {
            char next = line.charAt(at++);
            if (next == ESCAPE) {
                escape();
            } else if (next == '\r') {
                returned = true;
            } else if (next == '\t' || !Character.isISOControl(next)) {
                print(next);
            }
        }
        endSpan();
        return new AnsiText(plain.toString(), spans, style);
    }

    // Progress that is written over and over again: what was written last is what a terminal shows.
    private void print(char next) {
        if (returned) {
            returned = false;
            plain.setLength(0);
            spans.clear();
            styledFrom = 0;
        }
        plain.append(next);
    }

    private void escape() {
        if (at == line.length()) {
            return;
        }
        char kind = line.charAt(at++);
        if (kind == '[') {
            control();
        } else if (STRINGS.indexOf(kind) >= 0) {
            string();
        } else {
            at--;
            skip(' ', '/');
            skipFinal('0');
        }
    }

    private void control() {
        int from = at;
        skip('0', '?');
        String parameters = line.substring(from, at);
        boolean bare = !skip(' ', '/');
        if (skipFinal('@') && bare && line.charAt(at - 1) == 'm') {
            endSpan();
            style = new SgrParameters(parameters).applyTo(style);
        }
    }

    private boolean skip(char lowest, char highest) {
        int from = at;
        while (at < line.length() && line.charAt(at) >= lowest && line.charAt(at) <= highest) {
            at++;
        }
        return at > from;
    }

    private boolean skipFinal(char lowest) {
        boolean there = at < line.length() && line.charAt(at) >= lowest && line.charAt(at) <= '~';
        if (there) {
            at++;
        }
        return there;
    }

    // A string without an end would take the whole line with it; then only its beginning is left out.
    private void string() {
        for (int i = at; i < line.length(); i++) {
            if (line.charAt(i) == BELL || line.startsWith("\u001b\\", i)) {
                at = i + (line.charAt(i) == BELL ? 1 : 2);
                return;
            }
        }
    }

    private void endSpan() {
        if (plain.length() > styledFrom && !style.equals(AnsiStyle.PLAIN)) {
            spans.add(new AnsiText.Span(styledFrom, plain.length(), style));
        }
        styledFrom = plain.length();
    }
}
