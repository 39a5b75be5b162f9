/** Starting, adopting and steering virtual machines, whatever program runs them. */
package dev.wherry.engine.hypervisor;
