// What the rest of Wherry may ask of the program that runs VMs.
package dev.wherry.engine.hypervisor;

import java.nio.file.Path;
import java.util.Optional;

/** Starts VMs, and finds those that are still running. A VM lives on when the process that started it ends. */
public interface Hypervisor {

    /**
     * Chooses the accelerator for guests that boot {@code kernel}. The first call after the host has booted tries the
     * candidates out, which takes up to some seconds each; the verdict is remembered.
     */
    AcceleratorChoice chooseAccelerator(Path kernel) throws HypervisorException, InterruptedException;

    /**
     * Starts a VM and returns once it can be steered; the guest has only begun to boot by then. On an exception,
     * interruption included, no process is left behind.
     *
     * @throws HypervisorException when it does not start, with the hypervisor's own words; when it already runs; or when
     *                             its data disk is in use by another VM
     */
    RunningVm start(VmSpec spec) throws HypervisorException, InterruptedException;

    /**
     * Finds the VM that {@link #start} once left at {@code files}.
     *
     * @param name the {@link VmSpec#name()} it was started with
     * @return empty when there is none: leftover files of a dead VM do not count, nor does a PID that now belongs to
     *         another process
     * @throws HypervisorException when a VM is there but cannot be steered, or answers to another name
     */
    Optional<RunningVm> adopt(String name, RuntimeFiles files) throws HypervisorException;

    /** The program, its version and place, in a line for diagnostics. */
    String describe();
}
