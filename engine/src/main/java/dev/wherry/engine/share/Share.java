// A folder of the host that the guest may use.
package dev.wherry.engine.share;

import java.nio.file.Path;

/**
 * A shared folder.
 *
 * @param folder     absolute path on the host
 * @param place      absolute path in the guest, of the parts of {@code folder}
 * @param isReadOnly whether the guest may only read; the host sees to it
 * @param origin     who asked for it, for messages
 */
public record Share(Path folder, String place, boolean isReadOnly, String origin) {

    /** A share at the same place in the guest as on the host. */
    public static Share of(Path folder, boolean isReadOnly, String origin) {
        return new Share(folder, GuestPath.of(folder), isReadOnly, origin);
    }
}
