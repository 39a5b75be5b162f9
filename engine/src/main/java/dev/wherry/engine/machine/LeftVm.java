// The VM that an earlier agent has left running.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.guest.GuestKeys;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.VmStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds, joins and ends it.
 *
 * @param files      the machine's files
 * @param settings   what holds for it now
 * @param hypervisor what it was started by
 */
record LeftVm(MachineFiles files, MachineSettings settings, HostHypervisor hypervisor) {

    private static final Logger LOG = LoggerFactory.getLogger(LeftVm.class);

    /** Whether there seems to be one. Cheap, and may be mistaken. */
    boolean seemsToRun() {
        return Files.exists(files.vm().pidFile());
    }

    /**
     * Takes hold of it; empty when there is none.
     *
     * @throws MachineException when it cannot be steered
     */
    Optional<RunningVm> find() throws MachineException, InterruptedException {
        if (!seemsToRun()) {
            return Optional.empty();
        }
        try {
            return hypervisor.with(null).adopt(files.name(), files.vm());
        } catch (HypervisorException e) {
            throw unusable(e);
        }
    }

    /**
     * Goes through the stages that are left for {@code vm}, which runs on when they fail, since containers may be at work in it: the
     * user can end it.
     */
    Session join(RunningVm vm, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException {
        LOG.info("Joining the VM that runs as process {}", vm.pid());
        boolean joined = false;
        try {
            if (vm.status() == VmStatus.PAUSED) {
                vm.resume();
            }
            Session session = new BootSequence(vm, GuestKeys.loadOrCreate(files.keys()), files,
                    VmRecord.read(files.vmRecord()), settings.sharesIfKnown(), entrance, settings.portsIfKnown(),
                    MachineSettings.agent(Overrides.NONE), MachineSettings.defaultStageTimeout()).join(stages);
            joined = true;
            return session;
        } catch (HypervisorException | IOException e) {
            throw unusable(e);
        } finally {
            if (!joined) {
                vm.close();
            }
        }
    }

    /** Ends it; nothing happens when there is none. */
    void stop() throws MachineException, InterruptedException {
        Optional<RunningVm> left = find();
        if (left.isPresent()) {
            try (RunningVm vm = left.get()) {
                PowerOff.of(vm, null, PowerOff.GRACE);
            } catch (HypervisorException e) {
                throw new MachineException(e.getMessage(), "End the process " + left.get().pid() + " by hand.", e);
            }
        }
    }

    private MachineException unusable(Exception e) {
        return new MachineException(String.valueOf(e.getMessage()),
                "Run \"" + files.wherry() + " down\", then \"" + files.wherry() + " up\".", e);
    }
}
