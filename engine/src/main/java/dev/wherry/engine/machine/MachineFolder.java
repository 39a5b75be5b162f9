// Makes, empties and deletes what a machine has on disk.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import dev.wherry.engine.config.DataSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a machine that does not run.
 *
 * @param files where they are
 */
record MachineFolder(MachineFiles files) {

    private static final Logger LOG = LoggerFactory.getLogger(MachineFolder.class);

    /** Makes the data disk; one that is there stays, and grows if need be. */
    void makeDisk(DataSize size) throws MachineException {
        Prechecks.folder(files.folder());
        Prechecks.space(files.folder());
        try {
            MachineDisk.prepare(files, size);
        } catch (IOException e) {
            throw new MachineException("Tried to make the machine's disk but failed because " + e.getMessage() + ".",
                    "Look at the files in " + files.folder() + ".", e);
        }
    }

    /** Puts an empty data disk in the place of the one that is there. */
    void wipe(DataSize size) throws MachineException {
        try {
            Files.deleteIfExists(files.disk());
            Files.deleteIfExists(files.record());
        } catch (IOException e) {
            throw new MachineException(
                    "Tried to delete " + files.disk() + " but failed because " + e.getMessage() + ".",
                    "Delete the file by hand.", e);
        }
        makeDisk(size);
    }

    /** Deletes everything that is the machine's alone. */
    void delete() throws MachineException {
        try (Stream<Path> all = Files.walk(files.folder())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            // The default machine's settings are the user's, for whatever machine comes next; another's are its own.
            if (!files.name().equals(MachineFiles.DEFAULT_NAME)) {
                Files.deleteIfExists(files.config());
            }
        } catch (NoSuchFileException e) {
            LOG.info("There is nothing to delete: {}", e.getMessage());
        } catch (IOException e) {
            throw new MachineException(
                    "Tried to delete " + files.folder() + " but failed because " + e.getMessage() + ".",
                    "Delete the folder by hand.", e);
        }
    }
}
