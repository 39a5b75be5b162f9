// Whoever comes to a machine without asking for a start: docker clients, and commands in the guest.
package dev.wherry.engine.machine;

import java.io.IOException;

import dev.wherry.engine.forward.Gate;
import dev.wherry.engine.guest.Guest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** They find a machine that runs, though it was paused, or stopped because nobody was using it. */
final class Visitors implements Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);

    private final Machine machine;
    private final String wherry;
    private final Stays stays = new Stays();

    /**
     * Of {@code machine}.
     *
     * @param wherry the start of a command line about it
     */
    Visitors(Machine machine, String wherry) {
        this.machine = machine;
        this.wherry = wherry;
    }

    /** Those who are in the guest. */
    Stays stays() {
        return stays;
    }

    @Override
    public Guest pass(Caller caller) throws IOException {
        Session running = machine.session().orElse(null);
        try {
            if (running != null && machine.status().state() != MachineState.PAUSED) {
                running.catchUp(); // a container that is started now may read what the host has just written
                return running.guest();
            }
            requireReason(caller);
            LOG.info("A docker client has come for a machine that is {}", machine.status().state());
            machine.admit();
            return machine.session().orElseThrow(this::absence).guest();
        } catch (MachineException e) {
            throw new IOException("it cannot be started, or run on: " + e.getMessage() + " " + e.remedy(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for it was interrupted", e);
        }
    }

    // Who only looks whether somebody listens, as "wherry doctor" does, is no reason to wake anything.
    private void requireReason(Caller caller) throws IOException {
        if (!caller.awaitRequest()) {
            throw new IOException("it was asked for nothing");
        }
        if (caller.onlyListens() && machine.isStandingBy()) {
            throw new IOException("it is stopped, since nobody was using it, and nothing happens in it; any other"
                    + " request starts it");
        }
    }

    private IOException absence() {
        MachineStatus.Failure failure = machine.status().failure();
        return new IOException(failure == null
                ? "it is not running. Start it with \"" + wherry + " up\"."
                : "it has failed: " + failure.message() + " " + failure.remedy() + " Then start it with \"" + wherry
                        + " up\".");
    }

    /**
     * Lets the machine run for somebody who works in its guest, and counts him as a user until the stay is closed.
     *
     * @return the stay, also where the machine does not run
     * @throws MachineException when it was paused or stood by, and cannot run on
     */
    Stay stay() throws MachineException, InterruptedException {
        Stay stay = stays.begin();
        boolean granted = false;
        try {
            machine.admit();
            Session present = machine.session().orElse(null);
            if (present != null) {
                present.catchUp();
            }
            granted = true;
            return stay;
        } finally {
            if (!granted) {
                stay.close();
            }
        }
    }
}
