// What the data disk takes of the host.
package dev.wherry.app.window.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import dev.wherry.engine.host.AllocatedSize;

/**
 * The sparse file.
 *
 * @param size      what the machine may fill, in bytes; 0 when there is none
 * @param allocated what it takes up of the host's disk, in bytes; empty where the system does not tell
 */
record DiskFile(long size, OptionalLong allocated) {

    /** Before anybody has looked, and where there is none. */
    static final DiskFile NONE = new DiskFile(0, OptionalLong.empty());

    /** Looks at {@code disk}. */
    static DiskFile at(Path disk) throws InterruptedException {
        try {
            return new DiskFile(Files.size(disk), AllocatedSize.of(disk));
        } catch (IOException e) {
            return NONE;
        }
    }
}
