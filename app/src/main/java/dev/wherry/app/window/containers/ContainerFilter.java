// Which containers are shown.
package dev.wherry.app.window.containers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a container must have to be shown.
 *
 * @param text        words that each must be found in its name, image, project, state, ports or the beginning of its id
 * @param runningOnly whether it must run
 */
public record ContainerFilter(String text, boolean runningOnly) {

    /** Lets every container through. */
    static final ContainerFilter NONE = new ContainerFilter("", false);

    ContainerFilter withText(String other) {
        return new ContainerFilter(other, runningOnly);
    }

    ContainerFilter withRunningOnly(boolean other) {
        return new ContainerFilter(text, other);
    }

    /** Those of {@code rows} that have it. */
    List<ContainerRow> of(List<ContainerRow> rows) {
        List<String> words = Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty())
                .toList();
        return rows.stream().filter(row -> !runningOnly || row.state().running())
                .filter(row -> words.stream().allMatch(word -> found(word, row))).toList();
    }

    private static boolean found(String word, ContainerRow row) {
        return row.id().startsWith(word)
                || Stream.of(row.name(), row.image(), row.project(), row.state().name(),
                        row.state().unhealthy() ? "unhealthy" : "")
                        .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(word))
                || row.ports().stream().anyMatch(port -> port.text().contains(word));
    }
}
