// A command as one text, as Windows has it everywhere.
package dev.wherry.engine.host.windows;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Joins words so that CommandLineToArgvW, and with it nearly every program, finds the same ones again. */
final class CommandText {

    private static final Pattern BEFORE_QUOTE = Pattern.compile("(\\\\*)\"");
    private static final Pattern AT_END = Pattern.compile("(\\\\+)$");

    private CommandText() {
    }

    static String of(List<String> words) {
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    // A backslash is one of its own kind only before a quote; there it takes two.
    private static String quoted(String word) {
        String inside = BEFORE_QUOTE.matcher(word).replaceAll("$1$1\\\\\"");
        return '"' + AT_END.matcher(inside).replaceAll("$1$1") + '"';
    }
}
