// The data disk: a sparse file that holds everything a user would miss.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.host.PrivateFiles;

/**
 * A machine's data disk and what is remembered of it.
 *
 * <p>The guest formats a disk only when it is blank and the host names it as new. The host does so only until the machine has
 * run once: a disk that held data is never offered for formatting again, whatever it looks like.
 */
public final class MachineDisk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Path record;
    private Memory memory;

    /** What machine.json holds: the disk's serial number, and whether the guest has used it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Memory(String serial, boolean used) {
    }

    private MachineDisk(Path file, Path record, Memory memory) {
        this.file = file;
        this.record = record;
        this.memory = memory;
    }

    static boolean exists(MachineFiles files) {
        return Files.exists(files.disk());
    }

    /**
     * Makes the disk if there is none, and lets it grow to {@code size}.
     *
     * @throws PrecheckException when it would have to shrink, or what is there is no disk of ours
     */
    static MachineDisk prepare(MachineFiles files, DataSize size) throws IOException, PrecheckException {
        PrivateFiles.createDirectories(files.folder());
        if (!exists(files)) {
            return create(files, size);
        }
        MachineDisk disk = new MachineDisk(files.disk(), files.record(), read(files));
        refuseToShrink(files, size);
        disk.extendTo(size);
        return disk;
    }

    /**
     * Returns when the disk that is there, if any, can get {@code size}.
     *
     * @throws PrecheckException when it would have to shrink
     */
    public static void refuseToShrink(MachineFiles files, DataSize size) throws IOException, PrecheckException {
        DataSize present = new DataSize(exists(files) ? Files.size(files.disk()) : 0);
        if (present.compareTo(size) > 0) {
            throw new PrecheckException("The data disk has " + present + ", and the configuration asks for only " + size
                    + "; a disk cannot shrink.", "Set \"disk: " + present + "\" or more in " + files.config() + ".");
        }
    }

    private static MachineDisk create(MachineFiles files, DataSize size) throws IOException {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        MachineDisk disk = new MachineDisk(files.disk(), files.record(),
                new Memory("data-" + HexFormat.of().formatHex(random), false));
        disk.remember();
        PrivateFiles.write(files.disk(), new byte[0]);
        disk.extendTo(size);
        return disk;
    }

    private static Memory read(MachineFiles files) throws IOException, PrecheckException {
        try {
            return JSON.readValue(Files.readAllBytes(files.record()), Memory.class);
        } catch (JsonProcessingException e) {
            throw damaged(files, e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw damaged(files, "it is missing, though there is a disk");
        }
    }

    private static PrecheckException damaged(MachineFiles files, String how) {
        return new PrecheckException("Tried to read " + files.record() + " but it is damaged: " + how + ".",
                "Put the file back, or run \"" + files.wherry()
                        + " delete\" to start over without the machine's data.");
    }

    // Writing one byte at the end makes a sparse file on every file system that has them.
    private void extendTo(DataSize size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() < size.bytes()) {
                channel.write(ByteBuffer.allocate(1), size.bytes() - 1);
            }
        }
    }

    Path file() {
        return file;
    }

    /** The serial number by which the guest tells the disk from others. */
    String serial() {
        return memory.serial;
    }

    /** Whether the guest may format the disk if it is blank. */
    boolean isNew() {
        return !memory.used;
    }

    /** Notes that the guest has used the disk; from now on it is never formatted. */
    void markUsed() throws IOException {
        if (!memory.used) {
            memory = new Memory(memory.serial, true);
            remember();
        }
    }

    private void remember() throws IOException {
        PrivateFiles.write(record, JSON.writeValueAsBytes(memory));
    }
}
