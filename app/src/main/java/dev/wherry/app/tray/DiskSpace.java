// How full the data disk is.
package dev.wherry.app.tray;

/**
 * The room for containers, images and volumes.
 *
 * @param free  bytes that are free
 * @param total bytes in all, more than 0
 */
public record DiskSpace(long free, long total) {

    /** Whether less than a tenth is free. */
    boolean nearlyFull() {
        return free < total * 0.10;
    }

    /** Whether there is so much room again that filling up is news. */
    boolean relieved() {
        return free > total * 0.15;
    }
}
