// News of the connection to the guest.
package dev.wherry.engine.guest;

/** Is told, outside locks and on a thread of the connection's, when the connection comes and goes. Must not block for long. */
public interface GuestListener {

    /** A connection is there, the first or a new one after a loss. Nothing of an earlier one lives on. */
    default void onConnected() {
    }

    /** The connection is lost; every stream and command of it has ended. A new one is being tried. */
    default void onDisconnected() {
    }

    /** A new connection was refused for good: no further one is tried. */
    default void onRefused(GuestIdentityException cause) {
    }
}
