// Finds the lines that show a key's default as a comment, where its value is best written.
package dev.wherry.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments of the form {@code #key: value} in a configuration's text. They are only places to try: whether a line is a comment
 * at all shows when the text with the value in that place is read.
 *
 * @param text the whole text
 */
record CommentedDefaults(String text) {

    /** Offsets of the lines that follow a commented-out {@code key} and the lines indented below it. */
    List<Integer> placesBelow(String key) {
        Pattern comment = Pattern.compile(
                "^[ \\t]*#( ?)" + Pattern.quote(key) + ":(?:[ \\t].*)?$(?:\\R[ \\t]*#\\1 {2,}\\S.*$)*+\\R?",
                Pattern.MULTILINE);
        List<Integer> places = new ArrayList<>();
        for (Matcher matcher = comment.matcher(text); matcher.find();) {
            places.add(matcher.end());
        }
        return places;
    }
}
