// A line of a log with its colours.
package dev.wherry.app.window.container;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

/** Makes the nodes of a line: one for each piece that looks the same. */
final class LogText {

    private static final String INVERSE = "inverse";

    private final AnsiText text;
    private final List<MatchResult> matches;
    private final boolean current;

    /**
     * @param found   what to mark in it; empty for nothing
     * @param current whether it is the line among those found that was stepped to
     */
    LogText(AnsiText text, String found, boolean current) {
        this.text = text;
        this.matches = found.isEmpty() ? List.of() : LogSearch.pattern(found).matcher(text.plain()).results().toList();
        this.current = current;
    }

    List<Node> nodes() {
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.plain().length()));
        text.spans().forEach(span -> borders.addAll(List.of(span.from(), span.to())));
        matches.forEach(match -> borders.addAll(List.of(match.start(), match.end())));
        List<Node> nodes = new ArrayList<>();
        int from = 0;
        for (int to : borders.tailSet(1)) {
            nodes.add(node(from, to));
            from = to;
        }
        return nodes;
    }

    private Node node(int from, int to) {
        String piece = text.plain().substring(from, to);
        AnsiStyle style = text.spans().stream().filter(span -> span.from() <= from && from < span.to())
                .map(AnsiText.Span::style).findFirst().orElse(AnsiStyle.PLAIN);
        if (matches.stream().anyMatch(match -> match.start() <= from && from < match.end())) {
            return styled(new Label(piece), "-fx-text-fill", AnsiStyle.PLAIN,
                    current ? "log-match-current" : "log-match");
        }
        // A text has no background, a label has; but only a text can be broken where the window ends.
        boolean plainPaper = style.paper() == null && !style.inverse();
        return plainPaper
                ? styled(new Text(piece), "-fx-fill", style, "log-piece")
                : styled(new Label(piece), "-fx-text-fill", style, "log-paper");
    }

    private static Node styled(Node node, String fill, AnsiStyle style, String kind) {
        node.getStyleClass().add(kind);
        AnsiColor ink = style.inverse() ? style.paper() : style.ink();
        AnsiColor paper = style.inverse() ? style.ink() : style.paper();
        StringBuilder inline = new StringBuilder();
        color(node, inline, ink, style.inverse(), "ansi-ink-", fill);
        color(node, inline, paper, style.inverse(), "ansi-paper-", "-fx-background-color");
        node.setStyle(inline.toString());
        mark(node, style.bold(), "ansi-bold");
        mark(node, style.faint(), "ansi-faint");
        mark(node, style.italic(), "ansi-italic");
        mark(node, style.underlined(), "ansi-underlined");
        return node;
    }

    // The sixteen colours are those of the style sheet, which knows light and dark.
    private static void color(Node node, StringBuilder inline, @Nullable AnsiColor color, boolean inverse,
            String prefix,
            String property) {
        switch (color) {
            case AnsiColor.Named named -> node.getStyleClass().add(prefix + named.index());
            case AnsiColor.Rgb rgb -> inline.append("%s: rgb(%d,%d,%d);".formatted(property, rgb.red(), rgb.green(),
                    rgb.blue()));
            case null -> mark(node, inverse, prefix + INVERSE);
        }
    }

    private static void mark(Node node, boolean wanted, String styleClass) {
        if (wanted) {
            node.getStyleClass().add(styleClass);
        }
    }
}
