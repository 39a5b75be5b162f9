// Who may reach published ports.
package dev.wherry.engine.forward;

/** On which of the host's addresses a published port is listened on. */
public enum BindPolicy {
    /** On loopback only, whatever address the container was published on. */
    LOOPBACK,
    /** On the address it was published on; without one, on every address of the host. */
    AS_PUBLISHED
}
