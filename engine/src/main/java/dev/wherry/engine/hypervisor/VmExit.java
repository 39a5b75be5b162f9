// How a VM's life ended.
package dev.wherry.engine.hypervisor;

/**
 * The end of a VM.
 *
 * @param orderly     whether the guest shut down, or somebody asked for the end; false after a crash or a killed process
 * @param explanation what is known about it, in words; includes the last lines of the hypervisor's process after a crash
 */
public record VmExit(boolean orderly, String explanation) {
}
