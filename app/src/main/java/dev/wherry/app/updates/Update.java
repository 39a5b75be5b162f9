// Something newer than what is here.
package dev.wherry.app.updates;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.wherry.app.release.Release;
import dev.wherry.engine.fetch.Addresses;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.image.ImageException;
import dev.wherry.engine.image.ImageLocation;
import dev.wherry.engine.image.ReleaseFeed;

/**
 * A newer version.
 *
 * @param version its name
 * @param present the name of the one in use
 * @param page    where people get it; empty when they need no page, or the feed's is none that a browser should open
 * @param notes   what is new in it, in a few lines; may be empty
 */
public record Update(Kind kind, String version, String present, String page, String notes) {

    /** What it is a version of. */
    public enum Kind {
        /** Wherry itself, which people install. */
        PROGRAM,
        /** The guest image, which {@code wherry upgrade} fetches. */
        IMAGE
    }

    /** What it is known again by, whatever is said of it by then. */
    public String key() {
        return kind + " " + version;
    }

    /** What {@code feed} has that is newer than this program and the guest image in {@code directories}. */
    static List<Update> in(ReleaseFeed feed, Directories directories) {
        return Stream.of(program(feed), image(feed, directories)).flatMap(Optional::stream).toList();
    }

    private static Optional<Update> program(ReleaseFeed feed) {
        return Optional.ofNullable(feed.program()).filter(offer -> Release.isOlderThan(offer.version()))
                .map(offer -> new Update(Kind.PROGRAM, offer.version(), Release.number(),
                        // Nobody vouches for the feed, and a browser does more than show pages of the web.
                        Addresses.isSafe(offer.url()) ? offer.url() : "",
                        Objects.requireNonNullElse(offer.notes(), "")));
    }

    private static Optional<Update> image(ReleaseFeed feed, Directories directories) {
        if (ImageLocation.named().isPresent()) {
            return Optional.empty();
        }
        try {
            GuestImage.Manifest present = GuestImage.open(ImageLocation.in(directories)).manifest();
            return feed.imageFor(present.arch()).filter(offer -> offer.serial() > present.serial())
                    .map(offer -> new Update(Kind.IMAGE, offer.version(), present.version(), "",
                            Objects.requireNonNullElse(offer.notes(), "")));
        } catch (ImageException e) {
            // Where there is none to upgrade, the start of the machine tells.
            return Optional.empty();
        }
    }
}
