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

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private PowerOff() {
    }

    /**
     * Presses the power button until the guest listens, which it does not at the beginning of its boot; ends the VM when it is
     * still there after {@code grace}. Returns when it is gone.
     */
    static void of(RunningVm vm, Duration grace) throws HypervisorException, InterruptedException {
        long end = System.nanoTime() + grace.toNanos();
        while (System.nanoTime() < end) {
            try {
                vm.powerDown();
                vm.onExit().get(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                LOG.debug("The guest has not shut down yet");
            } catch (HypervisorException | ExecutionException e) {
                LOG.warn("The guest cannot be asked to shut down", e);
                break;
            }
        }
        LOG.warn("The VM is ended as by a power cut, since the guest did not shut down within {} s", grace.toSeconds());
        vm.kill();
    }
}
