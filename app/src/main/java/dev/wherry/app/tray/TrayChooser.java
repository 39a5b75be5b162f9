// Finds the tray that this desktop has.
package dev.wherry.app.tray;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries one kind of tray after the other. */
public final class TrayChooser {

    /**
     * A kind of tray.
     *
     * @param name what it is called in the log
     */
    public record Candidate(String name, Opening opening) {
    }

    /** Makes a tray. */
    @FunctionalInterface
    public interface Opening {

        /**
         * Makes it.
         *
         * @throws UnavailableException when this desktop has no such tray
         */
        Tray open() throws UnavailableException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(TrayChooser.class);

    private TrayChooser() {
    }

    /** The first of {@code candidates} that this desktop has, or none at all; the log has the reasons. */
    public static Tray choose(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            try {
                Tray tray = candidate.opening().open();
                LOG.info("The tray is {}", candidate.name());
                return tray;
            } catch (UnavailableException e) {
                LOG.info("The tray is not {}, because {}", candidate.name(), e.getMessage());
            }
        }
        LOG.info("There is no tray");
        return new NoTray();
    }
}
