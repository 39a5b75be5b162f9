// Ends a VM: asks the guest, waits, and insists.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.SshGuest;
/** The way a running VM is ended. */
final class PowerOff {

    private static final Logger LOG = LoggerFactory.getLogger(PowerOff.class);

    /** The guest gives its containers ten seconds and then unmounts; more than this means that it hangs. */
    static final Duration GRACE = Duration.ofSeconds(40);

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private PowerOff() {
    }

    /**
     * Has the guest shut down, and ends the VM when it is still there after {@code grace}. Returns when it is gone.
     *
     * @param guest the way to ask over SSH, which every architecture's kernel understands; null when there is none. Without it,
     *              or when it does not help, the power button is pressed until the guest listens.
     */
    static void of(RunningVm vm, @Nullable SshGuest guest, Duration grace)
            throws HypervisorException, InterruptedException {
        long end = System.nanoTime() + grace.toNanos();
        boolean asked = guest != null && askOverSsh(guest);
        while (System.nanoTime() < end) {
            try {
                if (!asked) {
                    vm.powerDown();
                }
                asked = false;
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

    private static boolean askOverSsh(SshGuest guest) throws InterruptedException {
        if (!guest.isConnected()) {
            return false;
        }
        try (GuestProcess poweroff = guest.start(GuestCommand.of("poweroff"))) {
            return poweroff.waitFor(AGAIN).code() == 0;
        } catch (IOException e) {
            // The connection may end before the command's exit code arrives; the power button makes sure.
            LOG.debug("No answer to poweroff: {}", e.getMessage());
            return true;
        }
    }
}
