// Whether the host's disk has room for what the guest will write.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.host.AllocatedSize;

/** Looks at the disk that holds the data folder. The data disk is sparse: it grows there as the guest writes. */
final class DiskSpaceCheck implements Check {

    /** A start is refused with less. */
    private static final DataSize LEAST = DataSize.ofGiB(1);
    /** A few container images fill this. */
    private static final DataSize COMFORTABLE = DataSize.ofGiB(5);

    private final Subject subject;

    DiskSpaceCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "disk-space";
    }

    @Override
    public String title() {
        return "Disk space";
    }

    @Override
    public Finding run() throws IOException, InterruptedException {
        Path folder = existing(subject.directories().data());
        return judge(new DataSize(Files.getFileStore(folder).getUsableSpace()),
                AllocatedSize.of(subject.files().disk()), folder);
    }

    private static Path existing(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }

    Finding judge(DataSize free, OptionalLong disk, Path folder) {
        String facts = free.rounded() + " free for " + folder
                + (disk.isEmpty() ? "" : "; the data disk takes " + new DataSize(disk.getAsLong()).rounded());
        String fix = "Free some space: " + subject.wherry()
                + " docker system prune gives back what the engine no longer"
                + " needs.";
        if (free.compareTo(LEAST) < 0) {
            return Finding.failed(this, facts + "; a start takes " + LEAST + ".", fix);
        }
        return free.compareTo(COMFORTABLE) < 0 ? Finding.warning(this, facts + ".", fix) : Finding.passed(this, facts);
    }
}
