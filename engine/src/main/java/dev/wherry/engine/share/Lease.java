// Something that the guest goes by without asking.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the guest has been told of one file or folder.
 *
 * @param path  where it is on the host
 * @param top   the share that it is in
 * @param files reads it again
 * @param stamp which state of it was told; {@link #ANY} when the guest only goes by that there is such a file, {@link #NONE} when it
 *              goes by that there is none
 * @param told  when, in nanoseconds of {@link System#nanoTime}
 * @param asked when the guest had last asked of its own accord
 */
record Lease(Path path, SharedTop top, HostFiles files, long stamp, long told, long asked) {

    /** For a file that the guest has changed itself: it will ask for its attributes, but not for its name. */
    static final long ANY = 0;
    /** For a name that the guest has asked for in vain. */
    static final long NONE = -1;

    /** The same for a file of which no more is known than its name. */
    Lease ofName() {
        return new Lease(path, top, files, ANY, told, asked);
    }

    /** The same for a file that the guest has renamed. */
    Lease at(Path renamed) {
        return new Lease(renamed, top, files, stamp, told, asked);
    }

    /** Whether the host's file is no longer what was told. */
    boolean isOutdated() {
        try {
            long now = files.stamp(path);
            return stamp != ANY && stamp != now;
        } catch (IOException e) {
            return stamp != NONE; // there is no such file
        }
    }

    /** The file's name in the guest. */
    byte[] inGuest() {
        return top.inGuest(path);
    }
}
