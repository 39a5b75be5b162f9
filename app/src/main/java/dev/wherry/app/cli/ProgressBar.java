// Draws a bar and a few words on one line of a terminal.
package dev.wherry.app.cli;

/**
 * A bar with a text beside it that never needs a second line: where there is little room the bar shrinks, then vanishes, and at last
 * the text is cut.
 *
 * @param columns  how wide the terminal is, 1 or more
 * @param coloured whether it may have a colour
 */
record ProgressBar(int columns, boolean coloured) {

    private static final int LONGEST = 24;
    private static final int SHORTEST = 6;
    private static final String GREEN = "\033[32m";
    private static final String PLAIN = "\033[39m";

    /** The line for {@code fraction}, 0 to 1, of the way. */
    String draw(double fraction, String text) {
        int room = columns - 1; // in the last column some terminals go on to the next line
        int length = Math.min(LONGEST, room - text.length() - "[] ".length());
        if (length < SHORTEST) {
            return text.substring(0, Math.min(text.length(), room));
        }
        int full = (int) Math.round(fraction * length);
        String done = "=".repeat(full);
        return "[" + (coloured ? GREEN + done + PLAIN : done) + " ".repeat(length - full) + "] " + text;
    }
}
