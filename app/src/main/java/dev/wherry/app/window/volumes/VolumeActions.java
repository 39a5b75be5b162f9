// What can be done with volumes.
package dev.wherry.app.window.volumes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Bulk;
import dev.wherry.app.model.Job;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.ContainerFiles;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.VolumeMount;
import dev.wherry.engine.docker.Volumes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Calls to the engine, each as a job. */
public final class VolumeActions {

    private static final Texts TEXTS = Texts.of(VolumeActions.class);

    private final Desk desk;
    private final Runnable changed;
    private final EngineClient client;
    private final Volumes volumes;

    /** @param changed is called when a volume holds something else */
    VolumeActions(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        this.client = desk.engine().client();
        this.volumes = new Volumes(client);
    }

    /** Makes an empty volume. */
    public Job create(String name) {
        return desk.jobs().start(TEXTS.get("job.create", name), report -> volumes.create(name));
    }

    /** Deletes volumes with all that is in them. */
    public Job remove(List<VolumeRow> rows) {
        String title = rows.size() == 1
                ? TEXTS.get("job.remove", rows.getFirst().shortName())
                : TEXTS.get("job.remove.many", rows.size());
        return desk.jobs().start(title, new Bulk<>(rows, VolumeRow::shortName, row -> volumes.remove(row.name())));
    }

    /**
     * Deletes the volumes that no container mounts.
     *
     * @param named those that have a name of their own, too
     * @param freed hears how many bytes that gave back
     */
    public Job prune(boolean named, LongConsumer freed) {
        return desk.jobs().start(TEXTS.get("job.prune"), report -> freed.accept(volumes.prune(named)));
    }

    /** Writes all that is in {@code volume} to {@code file}, in whose place it comes only when it is complete. */
    public Job backUp(VolumeRow volume, Path file) {
        return desk.jobs().start(TEXTS.get("job.back.up", volume.shortName()), report -> {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".part");
            try {
                try (OutputStream out = Metered.out(Files.newOutputStream(draft),
                        done -> report.at(share(done, volume.size()), Amounts.bytes(done)))) {
                    volumes.backUp(volume.name(), out);
                }
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        });
    }

    // Without the tar's own headers, which are little.
    private static double share(long done, long size) {
        return size > 0 ? Math.min(1, (double) done / size) : -1;
    }

    /** Unpacks {@code file}, a tar, into {@code volume}. */
    public Job restore(VolumeRow volume, Path file) {
        return desk.jobs().start(TEXTS.get("job.restore", volume.shortName()), report -> {
            long size = Files.size(file);
            try (InputStream in = Metered.in(Files.newInputStream(file),
                    done -> report.at(share(done, size), Amounts.bytes(done)))) {
                volumes.restore(volume.name(), in);
            }
            changed.run();
        });
    }

    /** Looks whether something is in {@code volume}; {@code found} hears of it. */
    public Job look(VolumeRow volume, Consumer<Boolean> found) {
        return desk.jobs().start(TEXTS.get("job.look", volume.shortName()), report -> {
            boolean something;
            try (VolumeMount mount = volumes.open(volume.name());
                    InputStream tar = new ContainerFiles(client).read(mount.container(), VolumeMount.PATH + "/.")) {
                something = holdsSomething(new TarArchiveInputStream(tar));
            }
            found.accept(something);
        });
    }

    // The folder itself is an entry too.
    private static boolean holdsSomething(TarArchiveInputStream tar) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!entry.getName().equals("./")) {
                return true;
            }
        }
        return false;
    }
}
