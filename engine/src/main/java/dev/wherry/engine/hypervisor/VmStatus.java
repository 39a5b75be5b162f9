// What a VM may be doing.
package dev.wherry.engine.hypervisor;

/** What a VM is doing, as its hypervisor sees it. */
public enum VmStatus {
    /** Its processors have not run yet. */
    STARTING,
    /** Its processors run; whether the guest does anything sensible is another matter. */
    RUNNING,
    /** Its processors are stopped, on request. */
    PAUSED,
    /** Stopped because the host could not store what the guest wrote, mostly for lack of space; can be resumed. */
    DISK_ERROR,
    /** Stopped for good: the guest, or the accelerator under it, has failed. */
    CRASHED,
    /** Shut down, or its process is gone. */
    STOPPED
}
