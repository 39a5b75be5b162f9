// Newer versions in words.
package dev.wherry.app.updates;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.wherry.app.text.Texts;

/** What window, tray and notifications say of newer versions, in the user's language. */
public final class UpdateWords {

    /** What brings a machine to a newer guest image. */
    public static final String UPGRADE = "wherry upgrade";

    private final Texts texts = Texts.of(UpdateWords.class);

    /** {@code updates}, of which there is one at least, in a line: which versions there are. */
    public String headline(List<Update> updates) {
        return updates.size() == 1
                ? texts.get("one." + updates.getFirst().kind(), updates.getFirst().version())
                : texts.get("both", updates.getFirst().version(), updates.getLast().version());
    }

    /** What is new in {@code updates}, in a line that may be long; empty when nobody wrote it down. */
    public String notes(List<Update> updates) {
        return updates.stream().flatMap(update -> update.notes().lines()).map(String::strip)
                .filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What {@code update} is, and what is there in its place. */
    public String title(Update update) {
        return texts.get("title." + update.kind(), update.version(), update.present());
    }

    /** What to do to have {@code update}. */
    public String advice(Update update) {
        return switch (update.kind()) {
            case IMAGE -> texts.get("advice.image", UPGRADE);
            case PROGRAM -> update.page().isEmpty() ? texts.get("advice.nopage") : texts.get("advice.program");
        };
    }

    /** When there was a look for newer versions, and what came of it. */
    public String looked(UpdateView view) {
        return switch (view.look()) {
            case Look.Unread() -> texts.get("looked.never");
            case Look.Never() -> texts.get("looked.never");
            case Look.Off() -> texts.get("looked.off");
            case Look.Nowhere() -> texts.get("looked.nowhere");
            case Look.Done(Instant at) -> view.updates().isEmpty()
                    ? texts.get("looked.none", moment(at))
                    : texts.get("looked.found", moment(at), headline(view.updates()));
            case Look.Failed(Instant at, String why) -> texts.get("looked.failed", moment(at), why);
        };
    }

    private static String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault()).withZone(ZoneId.systemDefault()).format(at);
    }
}
