// What "wherry upgrade" has found.
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.List;

import dev.wherry.app.release.Release;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.image.ReleaseFeed;
import org.jspecify.annotations.Nullable;

/**
 * The schema of {@code wherry upgrade --json}.
 *
 * @param unasked why the network was not asked; null when it was
 * @param program Wherry itself
 * @param image   the guest image
 */
record UpgradeReport(@Nullable String unasked, Program program, Image image) {

    /**
     * The program.
     *
     * @param version of the one that runs
     * @param newest  a newer version; null when none is known
     * @param url     where to get it; null likewise
     * @param notes   what is new in it; may be null
     */
    record Program(String version, @Nullable String newest, @Nullable String url, @Nullable String notes) {
    }

    /**
     * The guest image.
     *
     * @param version of the one in use
     * @param running of the one that the machine runs; null unless it runs
     * @param newest  a newer version; null when none is known
     * @param size    its bytes; 0 when there is none
     * @param notes   what is new in it; may be null
     */
    record Image(String version, @Nullable String running, @Nullable String newest, long size, @Nullable String notes) {
    }

    static UpgradeReport of(GuestImage.Manifest installed, @Nullable String running) {
        return new UpgradeReport(null, new Program(Release.number(), null, null, null),
                new Image(installed.version(), running, null, 0, null));
    }

    UpgradeReport unasked(String why) {
        return new UpgradeReport(why, program, image);
    }

    UpgradeReport with(ReleaseFeed.@Nullable Program offered) {
        return offered == null || !Release.isOlderThan(offered.version())
                ? this
                : new UpgradeReport(unasked,
                        new Program(program.version, offered.version(), offered.url(), offered.notes()), image);
    }

    UpgradeReport with(GuestImage.Manifest newer, @Nullable String notes) {
        return new UpgradeReport(unasked, program,
                new Image(image.version, image.running, newer.version(), newer.size(), notes));
    }

    /** The same for people. */
    List<String> lines(String note) {
        List<String> lines = new ArrayList<>();
        if (program.newest != null) {
            lines.add("Wherry " + program.newest + " is there (this is " + program.version + "): " + program.url);
            addNotes(lines, program.notes);
        }
        if (!note.isEmpty()) {
            lines.add(note);
        }
        if (image.newest != null) {
            lines.add("There is the guest image %s (%.1f MB); %s is in use.".formatted(image.newest, image.size / 1e6,
                    image.version));
            addNotes(lines, image.notes);
        } else if (image.running == null) {
            lines.add("Nothing runs; the next start will use the guest image " + image.version + ".");
        } else if (image.running.equals(image.version)) {
            lines.add("The machine runs the guest image " + image.version + ", the newest one here.");
        } else {
            lines.add("The machine runs the guest image " + image.running + "; there is " + image.version + " here.");
        }
        return lines;
    }

    private static void addNotes(List<String> lines, @Nullable String notes) {
        if (notes != null) {
            notes.lines().map(line -> "  " + line).forEach(lines::add);
        }
    }
}
