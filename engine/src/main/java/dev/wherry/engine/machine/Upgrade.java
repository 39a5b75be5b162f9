// Brings a machine to a new guest image, or back to the one that it had.
package dev.wherry.engine.machine;

import dev.wherry.engine.config.Overrides;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trial of a new guest image. It is put in use when the machine, and the engine in it, have come up with it; whatever happens
 * before that, an end of the agent included, leaves the image from before in use. The data disk is the same all along.
 */
public final class Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private final Machine machine;
    private final VmLauncher launcher;
    private final String version;

    /** Of {@code machine}, which {@code launcher} starts, to the image {@code version} of the store. */
    public Upgrade(Machine machine, VmLauncher launcher, String version) {
        this.machine = machine;
        this.launcher = launcher;
        this.version = version;
    }

    /**
     * Starts the machine with the new image, and stops it again when it neither ran before nor stood by.
     *
     * @throws PrecheckException when the new image cannot be used; the machine has gone on as it was
     * @throws MachineException when it did not come up; the machine is as it was, with the image from before
     */
    public void run(Overrides overrides) throws MachineException, InterruptedException {
        boolean ran = machine.session().isPresent() || machine.isStandingBy();
        launcher.images().beginTrial(version);
        try {
            machine.stop();
            tryOut(overrides);
        } catch (MachineException e) {
            launcher.images().endTrial();
            LOG.warn("The guest image {} did not come up: going back", version);
            goBack(ran, overrides, e);
        } finally {
            launcher.images().endTrial();
        }
        if (!ran) {
            machine.stop();
        }
    }

    private void tryOut(Overrides overrides) throws MachineException, InterruptedException {
        machine.start(overrides);
        String running = machine.session().map(session -> session.details().image()).orElse("none");
        if (!running.equals(version)) {
            throw new MachineException("another start came in between, with the image " + running + ".", "");
        }
        launcher.images().adopt(version);
    }

    private void goBack(boolean ran, Overrides overrides, MachineException why)
            throws MachineException, InterruptedException {
        String failure = "The new guest image " + version + " did not come up: " + why.getMessage();
        try {
            machine.stop();
            if (ran) {
                machine.start(overrides);
            }
        } catch (MachineException e) {
            throw new MachineException(failure + " Nor did the one from before: " + e.getMessage(), e.remedy(), e);
        }
        throw new MachineException(failure, (ran
                ? "The machine runs the image from before again, with all that is on its disk; the console of the failed start is in "
                        + launcher.earlierConsole()
                : "The image from before stays in use, and all that is on the machine's disk; \"" + launcher.wherry()
                        + " logs\" shows the console")
                + ".", why);
    }
}
