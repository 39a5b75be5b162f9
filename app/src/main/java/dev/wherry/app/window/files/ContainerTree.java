// The files of a container.
package dev.wherry.app.window.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import dev.wherry.app.files.ContainerFolders;
import dev.wherry.app.files.FileSelection;
import dev.wherry.app.files.FolderListing;
import dev.wherry.engine.docker.ContainerFiles;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.Execs;
import dev.wherry.engine.docker.FileStat;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * All files of a container, running or not. Deleting takes a running one with the program {@code rm}.
 *
 * @param client    talks to the container's engine
 * @param container its id or name
 */
public record ContainerTree(EngineClient client, String container) implements FileTree {

    @Override
    public FolderListing list(String folder) throws IOException {
        return new ContainerFolders(client).list(container, folder);
    }

    @Override
    public FileStat stat(String path) throws IOException {
        return new ContainerFiles(client).stat(container, path);
    }

    @Override
    public byte[] beginning(String path, int limit) throws IOException {
        try (InputStream tar = new ContainerFiles(client).read(container, path);
                TarArchiveInputStream entries = new TarArchiveInputStream(tar, UTF_8.name())) {
            entries.getNextEntry();
            return entries.readNBytes(limit);
        }
    }

    @Override
    public List<String> download(String path, Path folder, LongConsumer moved) throws IOException {
        return new ContainerFolders(client).download(container, path, folder, moved);
    }

    @Override
    public void upload(FileSelection files, String folder, LongConsumer moved) throws IOException {
        new ContainerFolders(client).upload(files, container, folder, moved);
    }

    @Override
    public boolean deletes() {
        return true;
    }

    @Override
    public void delete(String path) throws IOException {
        Execs.Result result = new Execs(client).run(container, "0", List.of("rm", "-rf", "--", path));
        if (result.exitCode() != 0) {
            String said = new String(result.error().length > 0 ? result.error() : result.output(), UTF_8).strip();
            throw new IOException("Tried to delete " + path + " but failed because rm ended with code "
                    + result.exitCode() + ": " + said);
        }
    }
}
