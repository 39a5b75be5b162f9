// A part of a line of a log that looks the same throughout.
package dev.wherry.app.window.container;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;

import org.jspecify.annotations.Nullable;

/**
 * A part of a line.
 *
 * @param text    what it says
 * @param backed  whether there is a colour behind it
 * @param classes its style classes
 * @param inline  its style beyond those; may be empty
 */
record LogPiece(String text, boolean backed, List<String> classes, String inline) {

    private static final String INVERSE = "inverse";

    LogPiece {
        classes = List.copyOf(classes);
    }

    /**
     * The parts of {@code line}.
     *
     * @param found   what to mark in it; empty for nothing
     * @param current whether it is the line among those found that was stepped to
     */
    static List<LogPiece> of(AnsiText line, String found, boolean current) {
        String all = line.plain();
        List<MatchResult> matches = found.isEmpty()
                ? List.of()
                : LogSearch.pattern(found).matcher(all).results().toList();
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, all.length()));
        line.spans().forEach(span -> borders.addAll(List.of(span.from(), span.to())));
        matches.forEach(match -> borders.addAll(List.of(match.start(), match.end())));
        List<LogPiece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : borders.tailSet(1)) {
            int place = from;
            String text = all.substring(from, to);
            pieces.add(matches.stream().anyMatch(match -> match.start() <= place && place < match.end())
                    ? new LogPiece(text, true, List.of(current ? "log-match-current" : "log-match"), "")
                    : styled(text, styleAt(line, place)));
            from = to;
        }
        return pieces;
    }

    private static AnsiStyle styleAt(AnsiText line, int place) {
        return line.spans().stream().filter(span -> span.from() <= place && place < span.to())
                .map(AnsiText.Span::style).findFirst().orElse(AnsiStyle.PLAIN);
    }

    private static LogPiece styled(String text, AnsiStyle style) {
        boolean backed = style.paper() != null || style.inverse();
        List<String> classes = new ArrayList<>(List.of(backed ? "log-paper" : "log-piece"));
        StringBuilder inline = new StringBuilder();
        AnsiColor ink = style.inverse() ? style.paper() : style.ink();
        AnsiColor paper = style.inverse() ? style.ink() : style.paper();
        color(ink, style.inverse(), "ansi-ink-", backed ? "-fx-text-fill" : "-fx-fill", classes, inline);
        color(paper, style.inverse(), "ansi-paper-", "-fx-background-color", classes, inline);
        add(style.bold(), "ansi-bold", classes);
        add(style.faint(), "ansi-faint", classes);
        add(style.italic(), "ansi-italic", classes);
        add(style.underlined(), "ansi-underlined", classes);
        return new LogPiece(text, backed, classes, inline.toString());
    }

    // The sixteen colours are those of the style sheet, which knows light and dark.
    private static void color(@Nullable AnsiColor color, boolean inverse, String prefix, String property,
            List<String> classes, StringBuilder inline) {
        switch (color) {
            case AnsiColor.Named named -> classes.add(prefix + named.index());
            case AnsiColor.Rgb rgb -> inline.append("%s: rgb(%d,%d,%d);".formatted(property, rgb.red(), rgb.green(),
                    rgb.blue()));
            case null -> add(inverse, prefix + INVERSE, classes);
        }
    }

    private static void add(boolean wanted, String styleClass, List<String> classes) {
        if (wanted) {
            classes.add(styleClass);
        }
    }
}
