/** A machine: a VM with its configuration, disk and state, and the stages of its start. */
package dev.wherry.engine.machine;
