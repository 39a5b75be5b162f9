// A machine that runs: the VM and everything that Wherry holds open to it.
package dev.wherry.engine.machine;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.wherry.engine.forward.PortForward;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.hypervisor.VmExit;

/** A running machine. Closing it lets go of the VM, which runs on; {@link #stop} ends the VM. */
public interface Session extends AutoCloseable {

    /** What is known of the VM; does not change while it runs. */
    VmDetails details();

    /** The way into the guest. */
    Guest guest();

    /** The published ports and their forwards. */
    List<PortForward> ports();

    /** Completes when the VM has ended, for whatever reason. */
    CompletableFuture<VmExit> onExit();

    /** Shuts the guest down, or, when it does not in time, ends the VM; returns when it is gone. */
    void stop() throws MachineException, InterruptedException;

    /** Closes forwards, engine socket and connections, and leaves the VM alone. */
    @Override
    void close();
}
