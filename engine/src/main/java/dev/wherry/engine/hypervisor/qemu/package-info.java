/** VMs run by QEMU: finding it, its command line, its control protocol, and which accelerator really works. */
package dev.wherry.engine.hypervisor.qemu;
