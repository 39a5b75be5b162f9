// What trying out an accelerator has shown.
package dev.wherry.engine.hypervisor.qemu;

/**
 * Whether an accelerator works.
 *
 * @param works       true only after a VM has run under it
 * @param explanation how that is known, as the beginning of a sentence without a full stop
 */
record Verdict(boolean works, String explanation) {
}
