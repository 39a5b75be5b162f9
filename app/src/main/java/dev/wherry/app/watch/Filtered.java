// What somebody sees of a list while looking for something in it.
package dev.wherry.app.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list and those of its things that were looked for.
 *
 * @param known whether the engine has told; when it has not, there is nothing
 * @param total how many things there are
 * @param shown those that were looked for
 */
public record Filtered<T>(boolean known, int total, List<T> shown) {

    public Filtered {
        shown = List.copyOf(shown);
    }

    /** What is known before the engine has told. */
    public static <T> Filtered<T> unknown() {
        return new Filtered<>(false, 0, List.of());
    }

    /**
     * Those of {@code things} whose {@code words} hold every word of {@code wanted}, whatever their case.
     *
     * @param wanted words with spaces between them; none of them finds all
     */
    public static <T> Filtered<T> of(List<T> things, String wanted, Function<T, Stream<String>> words) {
        List<String> parts = Arrays.stream(wanted.toLowerCase(Locale.ROOT).split("\\s+")).toList();
        List<T> shown = things.stream().filter(thing -> {
            List<String> texts = words.apply(thing).map(text -> text.toLowerCase(Locale.ROOT)).toList();
            return parts.stream().allMatch(part -> texts.stream().anyMatch(text -> text.contains(part)));
        }).toList();
        return new Filtered<>(true, things.size(), shown);
    }
}
