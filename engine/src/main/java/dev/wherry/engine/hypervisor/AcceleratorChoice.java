// Which accelerator a VM gets, and why that one.
package dev.wherry.engine.hypervisor;

/**
 * The accelerator that VMs on this host run under.
 *
 * @param accelerator one that works
 * @param explanation a sentence for the user, for example why a faster one is not used
 */
public record AcceleratorChoice(Accelerator accelerator, String explanation) {
}
