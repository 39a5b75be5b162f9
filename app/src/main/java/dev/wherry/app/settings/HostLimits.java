// How large a machine can be on this computer.
package dev.wherry.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.config.ValueForm;
import dev.wherry.engine.machine.MachineFiles;

/**
 * The bounds of what is worth offering. They are narrower than what a configuration may say: another computer may use the same
 * file.
 *
 * @param cpus      processors, from 1
 * @param leastDisk the least size of the data disk: that of the one there is, since it cannot shrink
 * @param mostDisk  the size of the file system that it lies in
 */
public record HostLimits(int cpus, DataSize leastMemory, DataSize mostMemory, DataSize leastDisk, DataSize mostDisk) {

    /** The limits of this computer for the machine with these files. */
    public static HostLimits of(MachineFiles files, Defaults host) {
        DataSize leastDisk = largest(least(ConfigKey.DISK), size(files.disk()));
        return new HostLimits(host.hostCpus(), least(ConfigKey.MEMORY),
                largest(least(ConfigKey.MEMORY), host.hostMemory().rounded()), leastDisk,
                largest(leastDisk, room(files.folder())));
    }

    private static DataSize least(ConfigKey key) {
        return key.form() instanceof ValueForm.Size(DataSize min) ? min : new DataSize(0);
    }

    private static DataSize largest(DataSize one, DataSize other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static DataSize size(Path disk) {
        try {
            return new DataSize(Files.size(disk));
        } catch (IOException e) {
            return new DataSize(0); // There is none yet.
        }
    }

    private static DataSize room(Path folder) {
        for (Path path = folder.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return new DataSize(path.toFile().getTotalSpace()).rounded();
            }
        }
        return new DataSize(0);
    }
}
