// A running machine's parts, and the order in which they are let go.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.docker.RunningContainers;
import dev.wherry.engine.forward.EngineSocket;
import dev.wherry.engine.forward.PortForward;
import dev.wherry.engine.forward.PortForwards;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.guest.AgentForward;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestClock;
import dev.wherry.engine.guest.GuestCommands;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.VmExit;
import dev.wherry.engine.hypervisor.VmStatus;
import dev.wherry.engine.names.Names;
import dev.wherry.engine.share.Share;
import dev.wherry.engine.share.ShareState;
import dev.wherry.engine.share.Shares;
import org.jspecify.annotations.Nullable;

/** The session of a real VM. */
final class VmSession implements Session {

    /** The device that the data disk is mounted from has just told the guest's kernel of its new size. */
    private static final String GROW = "resize2fs \"$(awk '$2 == \"/data\" { print $1 }' /proc/mounts)\"";
    private static final Duration GROWING = Duration.ofMinutes(2);

    private final String wherry;
    private final RunningVm vm;
    private final VmDetails details;
    private final SshGuest guest;
    private final EngineSocket engineSocket;
    private final RunningContainers containers;
    private final PortForwards forwards;
    private final Shares shares;
    private final Names names;
    private final @Nullable AgentForward agent;
    private final ClockWatch clock;

    /**
     * Takes over all of these but the engine socket, which may outlive it.
     *
     * @param wherry the start of a command line about the machine
     */
    VmSession(String wherry, RunningVm vm, VmDetails details, SshGuest guest, EngineSocket engineSocket,
            RunningContainers containers, PortForwards forwards, Shares shares, Names names,
            @Nullable AgentForward agent) {
        this.wherry = wherry;
        this.vm = vm;
        this.details = details;
        this.guest = guest;
        this.engineSocket = engineSocket;
        this.containers = containers;
        this.forwards = forwards;
        this.shares = shares;
        this.names = names;
        this.agent = agent;
        this.clock = ClockWatch.start(new GuestClock(guest), new Recovery(guest, engineSocket, containers, shares));
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
    public void publish(PortPolicy policy) {
        forwards.set(policy);
    }

    @Override
    public List<ShareState> shares() {
        return shares.states();
    }

    @Override
    public void catchUp() throws InterruptedException {
        shares.catchUp();
    }

    @Override
    public EngineUse engineUse() {
        return new EngineUse(containers.count(), engineSocket.clients(),
                engineSocket.traffic().connections());
    }

    @Override
    public void share(List<Share> wanted) throws MachineException, InterruptedException {
        try {
            shares.set(wanted);
        } catch (IOException e) {
            throw new MachineException("Tried to share folders but failed because " + e.getMessage() + ".",
                    "Nothing is shared now; \"" + wherry + " restart\" tries again.");
        }
    }

    @Override
    public CompletableFuture<VmExit> onExit() {
        return vm.onExit();
    }

    @Override
    public void pause() throws MachineException {
        clock.hold();
        guest.hold(true);
        boolean paused = false;
        try {
            steer(vm::pause);
            paused = true;
        } finally {
            if (!paused) {
                guest.hold(false);
                clock.goOn();
            }
        }
    }

    @Override
    public void resume() throws MachineException, InterruptedException {
        steer(vm::resume);
        guest.hold(false);
        clock.release();
        shares.forget(); // its memory stood still while the host's files did not
    }

    @Override
    public void growDisk(DataSize size) throws MachineException, InterruptedException {
        steer(() -> vm.growDataDisk(size.bytes()));
        try {
            GuestCommands.run(guest, GROW, GROWING);
        } catch (IOException e) {
            throw new MachineException(
                    "The disk has grown to " + size + ", but not the file system on it, because " + e.getMessage()
                            + ".",
                    "It grows at the next \"" + wherry + " restart\".", e);
        }
    }

    private interface Steering {
        void run() throws HypervisorException;
    }

    private void steer(Steering steering) throws MachineException {
        try {
            steering.run();
        } catch (HypervisorException e) {
            throw new MachineException(e.getMessage(), "\"" + wherry + " logs\" shows the guest's console.", e);
        }
    }

    @Override
    public void kill() throws MachineException, InterruptedException {
        closeServices();
        try {
            vm.kill();
        } catch (HypervisorException e) {
            throw unending(e);
        } finally {
            guest.close();
            vm.close();
        }
    }

    private MachineException unending(HypervisorException e) {
        return new MachineException(e.getMessage(), "End the process " + vm.pid() + " by hand.", e);
    }

    @Override
    public void stop() throws MachineException, InterruptedException {
        closeForwards();
        try {
            if (vm.status() == VmStatus.PAUSED) {
                vm.resume();
                guest.hold(false);
            }
            PowerOff.of(vm, guest, PowerOff.GRACE);
        } catch (HypervisorException e) {
            throw unending(e);
        } finally {
            closeLinks();
            guest.close();
            vm.close();
        }
    }

    @Override
    public void close() {
        closeServices();
        guest.close();
        vm.close();
    }

    private void closeServices() {
        closeForwards();
        closeLinks();
    }

    // What containers use until they end.
    private void closeLinks() {
        if (agent != null) {
            agent.close();
        }
        names.close();
        shares.close();
    }

    // Before the guest shuts down: its containers write to the shares until they end, but nobody can reach them any more.
    private void closeForwards() {
        containers.close();
        clock.close();
        forwards.close();
    }
}
