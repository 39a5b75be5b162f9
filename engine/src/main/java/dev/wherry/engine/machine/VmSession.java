// A running machine's parts, and the order in which they are let go.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.wherry.engine.forward.EngineSocket;
import dev.wherry.engine.forward.PortForward;
import dev.wherry.engine.forward.PortForwards;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.VmExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session of a real VM. */
final class VmSession implements Session {

    private static final Logger LOG = LoggerFactory.getLogger(VmSession.class);

    private final RunningVm vm;
    private final VmDetails details;
    private final SshGuest guest;
    private final EngineSocket engineSocket;
    private final PortForwards forwards;

    /** Takes over all of these. */
    VmSession(RunningVm vm, VmDetails details, SshGuest guest, EngineSocket engineSocket, PortForwards forwards) {
        this.vm = vm;
        this.details = details;
        this.guest = guest;
        this.engineSocket = engineSocket;
        this.forwards = forwards;
    }

    @Override
    public VmDetails details() {
        return details;
    }

    @Override
    public Guest guest() {
        return guest;
    }

    @Override
    public List<PortForward> ports() {
        return forwards.snapshot();
    }

    @Override
    public CompletableFuture<VmExit> onExit() {
        return vm.onExit();
    }

    @Override
    public void stop() throws MachineException, InterruptedException {
        closeForwards();
        try {
            PowerOff.of(vm, guest, PowerOff.GRACE);
        } catch (HypervisorException e) {
            throw new MachineException(e.getMessage(), "End the process " + vm.pid() + " by hand.", e);
        } finally {
            guest.close();
            vm.close();
        }
    }

    @Override
    public void close() {
        closeForwards();
        guest.close();
        vm.close();
    }

    private void closeForwards() {
        forwards.close();
        try {
            engineSocket.close();
        } catch (IOException e) {
            LOG.warn("Tried to close the engine socket but failed", e);
        }
    }
}
