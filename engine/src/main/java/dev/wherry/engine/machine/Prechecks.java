// What is looked at before anything is started.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.MachineConfig;
import dev.wherry.engine.host.PrivateFiles;

/** Checks whether this computer can run a machine; each failure names what is missing and how to get it. */
final class Prechecks {

    /** What a machine that does anything at all needs on the host's disk. */
    private static final DataSize LEAST_SPACE = DataSize.ofGiB(1);
    /** What the rest of the host needs to stay usable. */
    private static final DataSize LEFT_TO_HOST = DataSize.ofMiB(512);

    private Prechecks() {
    }

    static void memory(MachineConfig config, DataSize hostMemory, Path configFile) throws PrecheckException {
        if (config.memory().bytes() + LEFT_TO_HOST.bytes() > hostMemory.bytes()) {
            throw new PrecheckException(
                    "The machine is to have " + config.memory() + " of memory, and this computer has "
                            + hostMemory + " in all.",
                    "Set \"memory:\" to less in " + configFile + ".");
        }
    }

    static void folder(Path folder) throws PrecheckException {
        try {
            PrivateFiles.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    static void space(Path folder) throws PrecheckException {
        try {
            DataSize free = new DataSize(Files.getFileStore(folder).getUsableSpace());
            if (free.compareTo(LEAST_SPACE) < 0) {
                throw new PrecheckException("Only " + free + " are free on the disk that holds " + folder + ".",
                        "Free at least " + LEAST_SPACE + ", or move Wherry's folder by WHERRY_HOME.");
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static PrecheckException unwritable(Path folder, IOException e) {
        return new PrecheckException("Tried to use the folder " + folder + " but failed because " + reason(e) + ".",
                "Make the folder writable for you, or move Wherry's folders by WHERRY_HOME.");
    }

    // The messages of file system exceptions are bare paths.
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
            case FileAlreadyExistsException taken -> taken.getFile() + " is a file";
            default -> String.valueOf(e.getMessage());
        };
    }
}
