// Folders of containers, browsed and copied.
package dev.wherry.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import dev.wherry.engine.docker.ContainerFiles;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.FileEntry;

/**
 * Files of containers and, by a {@link dev.wherry.engine.docker.VolumeMount}, of volumes. Every call blocks until it is done, and
 * ends with an {@link IOException} when its thread is interrupted.
 */
public final class ContainerFolders {

    /** As much of a folder's tar as is looked through for its entries. */
    private static final long LOOKED_THROUGH = 256L * 1024 * 1024;

    private final ContainerFiles files;

    /** The folders of {@code client}'s containers. */
    public ContainerFolders(EngineClient client) {
        this.files = new ContainerFiles(client);
    }

    /**
     * Lists a folder: by the container's own tools when it runs and has them; else from the folder's tar, of which 256 MiB are
     * looked through, so that a stopped container's folder with more in it is listed in part.
     */
    public FolderListing list(String container, String folder) throws IOException {
        Optional<List<FileEntry>> entries = files.list(container, folder);
        if (entries.isPresent()) {
            return new FolderListing(entries.get(), true);
        }
        try (InputStream tar = files.read(container, folder.replaceFirst("/*$", "/."))) {
            return FolderListing.read(tar, LOOKED_THROUGH);
        }
    }

    /**
     * Copies a file or folder of a container into a folder of the host, where nothing of its name may be yet. Appears there when it
     * is complete.
     *
     * @param moved hears how many bytes have come so far
     * @return the names of what the host cannot have: devices, names that differ in case only, …
     */
    public List<String> download(String container, String path, Path folder, LongConsumer moved) throws IOException {
        String name = path.replaceFirst("/+$", "").replaceFirst(".*/", "");
        Path target = folder.resolve(name.isEmpty() ? "root" : name);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("Tried to download " + path + " but failed because there is a " + target
                    + " already. Move that away, or choose another folder.");
        }
        Path draft = Files.createTempDirectory(folder, ".wherry-download");
        try (InputStream tar = files.read(container, path)) {
            List<String> skipped = new Unpacking(draft).unpack(new CountedInput(tar, moved));
            Path unpacked = draft.resolve(name);
            if (!name.isEmpty() && Files.exists(unpacked, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(unpacked, target);
            } else if (name.isEmpty()) {
                Files.move(draft, target);
            }
            return skipped;
        } finally {
            delete(draft);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Copies a file or folder of a container into a new tar file; for hosts that cannot have what is in it. */
    public void downloadTar(String container, String path, Path file, LongConsumer moved) throws IOException {
        try (InputStream tar = files.read(container, path);
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            try {
                new CountedInput(tar, moved).transferTo(out);
            } catch (IOException e) {
                out.close();
                Files.delete(file);
                throw e;
            }
        }
    }

    /**
     * Copies files of the host into a folder of a container, over what is there already; they are root's there.
     *
     * @param moved hears how many bytes of {@link FileSelection#bytes} and of the tar around them have gone so far
     */
    public void upload(FileSelection selection, String container, String folder, LongConsumer moved)
            throws IOException {
        try (TarInput tar = selection.tar()) {
            files.write(container, folder, new CountedInput(tar, moved));
        }
    }
}
