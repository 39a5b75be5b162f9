// A VM that runs, as seen by whoever steers it.
package dev.wherry.engine.hypervisor;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A running VM. Calls may come from any thread and return within seconds. {@link #close} lets go of the VM, which runs
 * on; only {@link #powerDown}, {@link #kill} or the guest itself end it.
 */
public interface RunningVm extends AutoCloseable {

    /** The process that is the VM. */
    long pid();

    /** Whether that process still exists. */
    boolean isAlive();

    /** What the VM is doing now; {@link VmStatus#STOPPED} once its process has ended. */
    VmStatus status() throws HypervisorException;

    /** Stops the guest's processors; its memory and connections stay as they are. */
    void pause() throws HypervisorException;

    /** Lets the guest's processors run on, after {@link #pause} or {@link VmStatus#DISK_ERROR}. */
    void resume() throws HypervisorException;

    /**
     * Presses the power button and returns; what happens then, and when, is up to the guest (see {@link #onExit}). A guest
     * that is still booting does not notice.
     */
    void powerDown() throws HypervisorException;

    /**
     * Ends the VM as a power cut would, and returns when its process is gone: asks first, then insists, within 15
     * seconds in all. Does nothing when it is already gone.
     */
    void kill() throws HypervisorException, InterruptedException;

    /** The port on 127.0.0.1 that leads to the guest's port 22; stays the same for the life of the VM. */
    int sshPort();

    /**
     * Asks the guest to make do with {@code memoryMiB}, at most what it was started with; the rest goes back to the host.
     */
    void setBalloon(int memoryMiB) throws HypervisorException;

    /**
     * Lets the data disk have {@code bytes}; the guest notices at once. What a guest has on it is not touched.
     *
     * @throws HypervisorException when it cannot, a smaller size included
     */
    void growDataDisk(long bytes) throws HypervisorException;

    /**
     * The guest's UDP ports that can be reached, each with the port on 127.0.0.1 that leads to it. They survive a reboot of the
     * guest, and whoever asked for them.
     */
    Map<Integer, Integer> udpForwards() throws HypervisorException;

    /** Lets a free UDP port on 127.0.0.1 lead to {@code guestPort}, 1 to 65535; {@link #udpForwards} tells which. */
    void addUdpForward(int guestPort) throws HypervisorException;

    /** Ends the forward of {@code hostPort} on 127.0.0.1; nothing happens when there is none. */
    void removeUdpForward(int hostPort) throws HypervisorException;

    /** Has {@code listener} called, in a thread of its own and in order, for what happens from now on. */
    void onEvent(Consumer<VmEvent> listener);

    /** Completes, never exceptionally, when the VM's process has ended. */
    CompletableFuture<VmExit> onExit();

    /** Lets go of the VM without touching it; only {@link #pid}, {@link #isAlive}, {@link #sshPort} and {@link #onExit} work on. */
    @Override
    void close();
}
