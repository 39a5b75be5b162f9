// The parameters of "select graphic rendition" (ECMA-48, 8.3.117; colours beyond eight: ITU-T T.416 and xterm).
package dev.wherry.app.window.container;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads what stands between {@code ESC [} and {@code m}. What cannot be understood changes nothing. */
final class SgrParameters {

    private static final int LARGEST = 255;

    private final Deque<String> groups = new ArrayDeque<>();

    SgrParameters(String parameters) {
        groups.addAll(List.of(parameters.split(";", -1)));
    }

    AnsiStyle applyTo(AnsiStyle before) {
        AnsiStyle style = before;
        while (!groups.isEmpty()) {
            style = apply(groups.remove(), style);
        }
        return style;
    }

    private AnsiStyle apply(String group, AnsiStyle style) {
        Deque<String> parts = new ArrayDeque<>(List.of(group.split(":", -1)));
        int code = parts.size() == 1 && group.isEmpty() ? 0 : number(parts.remove());
        return switch (code) {
            case 0 -> AnsiStyle.PLAIN;
            case 1 -> style.withWeight(true, style.faint());
            case 2 -> style.withWeight(style.bold(), true);
            case 3 -> style.withItalic(true);
            case 4 -> style.withUnderline(!"0".equals(parts.peek())); // 4:3 is a wavy line, 4:0 none
            case 7 -> style.withInverse(true);
            case 21 -> style.withUnderline(true);
            case 22 -> style.withWeight(false, false);
            case 23 -> style.withItalic(false);
            case 24 -> style.withUnderline(false);
            case 27 -> style.withInverse(false);
            case 39 -> style.withInk(null);
            case 49 -> style.withPaper(null);
            case 38 -> {
                AnsiColor color = color(parts);
                yield color == null ? style : style.withInk(color);
            }
            case 48 -> {
                AnsiColor color = color(parts);
                yield color == null ? style : style.withPaper(color);
            }
            default -> named(code, style);
        };
    }

    private static AnsiStyle named(int code, AnsiStyle style) {
        if (code >= 30 && code <= 37) {
            return style.withInk(new AnsiColor.Named(code - 30));
        }
        if (code >= 40 && code <= 47) {
            return style.withPaper(new AnsiColor.Named(code - 40));
        }
        if (code >= 90 && code <= 97) {
            return style.withInk(new AnsiColor.Named(code - 90 + 8));
        }
        if (code >= 100 && code <= 107) {
            return style.withPaper(new AnsiColor.Named(code - 100 + 8));
        }
        return style;
    }

    // 5 and a number of the palette, or 2 and three parts: after colons, as the standard has it, or after semicolons.
    private @Nullable AnsiColor color(Deque<String> parts) {
        boolean colons = !parts.isEmpty();
        Deque<String> source = colons ? parts : groups;
        int kind = next(source);
        if (kind == 5) {
            int index = next(source);
            return index < 0 ? null : AnsiColor.ofPalette(index);
        }
        if (kind != 2) {
            return null;
        }
        if (colons && source.size() > 3) {
            source.remove(); // the standard names a colour space first
        }
        int red = next(source);
        int green = next(source);
        int blue = next(source);
        return red < 0 || green < 0 || blue < 0 ? null : new AnsiColor.Rgb(red, green, blue);
    }

    private static int next(Deque<String> source) {
        return source.isEmpty() ? -1 : number(source.remove());
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= LARGEST ? Integer.parseInt(text) : -1;
    }
}
