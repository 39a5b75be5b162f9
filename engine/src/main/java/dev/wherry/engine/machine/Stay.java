// Somebody's time in the guest.
package dev.wherry.engine.machine;

/** Keeps a machine from being paused for want of use until it is closed. */
public interface Stay extends AutoCloseable {

    /** Ends the stay; a second call does nothing. */
    @Override
    void close();
}
