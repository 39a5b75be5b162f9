// A machine that runs: the VM and everything that Wherry holds open to it.
package dev.wherry.engine.machine;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.forward.PortForward;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.hypervisor.VmExit;
import dev.wherry.engine.share.Share;
import dev.wherry.engine.share.ShareState;

/** A running machine. Closing it lets go of the VM, which runs on; {@link #stop} ends the VM. */
public interface Session extends AutoCloseable {

    /** What is known of the VM; does not change while it runs. */
    VmDetails details();

    /** The way into the guest. */
    Guest guest();

    /** The published ports and their forwards. */
    List<PortForward> ports();

    /** Lets {@code policy} hold for published ports from now on. */
    void publish(PortPolicy policy);

    /** The shared folders, and how each is doing. */
    List<ShareState> shares();

    /** Returns when the guest knows of what the host has changed in shared folders before the call, or two seconds later. */
    void catchUp() throws InterruptedException;

    /** Who uses the engine right now. */
    EngineUse engineUse();

    /** Shares these folders and no others, while the guest runs; returns before they are mounted. */
    void share(List<Share> wanted) throws MachineException, InterruptedException;

    /** Completes when the VM has ended, for whatever reason. */
    CompletableFuture<VmExit> onExit();

    /** Stops the guest's processors; its memory stays as it is. */
    void pause() throws MachineException;

    /** Lets the guest run on after {@link #pause}, with the host's time. */
    void resume() throws MachineException, InterruptedException;

    /** Lets the data disk, and the file system on it, grow to {@code size} while the guest runs. */
    void growDisk(DataSize size) throws MachineException, InterruptedException;

    /** Ends the VM as a power cut would; returns when it is gone. */
    void kill() throws MachineException, InterruptedException;

    /** Shuts the guest down, or, when it does not in time, ends the VM; returns when it is gone. */
    void stop() throws MachineException, InterruptedException;

    /** Closes forwards and connections, and leaves the VM alone. */
    @Override
    void close();
}
