// Ends a VM: asks the guest, waits, and insists.
package dev.wherry.engine.machine;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way a running VM is ended. */
final class PowerOff {

    private static final Logger LOG = LoggerFactory.getLogger(PowerOff.class);

    /** The guest gives its containers ten seconds and then unmounts; more than this means that it hangs. */
    static final Duration GRACE = Duration.ofSeconds(40);

    private PowerOff() {
    }

    /** Presses the power button; ends the VM when it is still there after {@code grace}. Returns when it is gone. */
    static void of(RunningVm vm, Duration grace) throws HypervisorException, InterruptedException {
        try {
            vm.powerDown();
            vm.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (HypervisorException | TimeoutException | ExecutionException e) {
            LOG.warn("The guest did not shut down within {} s; the VM is ended as by a power cut", grace.toSeconds(),
                    e);
            vm.kill();
        }
    }
}
