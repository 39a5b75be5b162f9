// The one disk of a VM that is written to.
package dev.wherry.engine.hypervisor;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The disk that holds everything a machine keeps.
 *
 * @param file   a raw image, sparse where the host's file system can; blocks that the guest discards are given back
 * @param serial what the guest finds it by: 1 to 20 of {@code a-z 0-9 -} (virtio-blk carries no more than 20 bytes)
 */
public record DataDisk(Path file, String serial) {

    /** The serial of the read-only root image, which no data disk may have. */
    public static final String ROOT_SERIAL = "wherry-root";

    private static final Pattern SERIAL = Pattern.compile("[a-z0-9-]{1,20}");

    public DataDisk {
        if (!SERIAL.matcher(serial).matches() || serial.equals(ROOT_SERIAL)) {
            throw new IllegalArgumentException(
                    "A data disk's serial is 1 to 20 of a-z, 0-9 and '-', and not " + ROOT_SERIAL + "; this is "
                            + serial);
        }
    }
}
