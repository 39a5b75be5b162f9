// The files of a volume.
package dev.wherry.app.window.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import dev.wherry.app.files.FileSelection;
import dev.wherry.app.files.FolderListing;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.FileStat;
import dev.wherry.engine.docker.VolumeMount;
import dev.wherry.engine.docker.Volumes;

/**
 * All files of a volume. It is reached anew for each call, so that it can be deleted between them. Nothing in it can be deleted.
 *
 * @param client talks to the volume's engine
 * @param volume its name
 */
public record VolumeTree(EngineClient client, String volume) implements FileTree {

    /** What is done while the volume is reached. */
    @FunctionalInterface
    private interface Work<T> {
        T on(ContainerTree tree) throws IOException;
    }

    private <T> T reached(Work<T> work) throws IOException {
        try (VolumeMount mount = new Volumes(client).open(volume)) {
            return work.on(new ContainerTree(client, mount.container()));
        }
    }

    private static String inside(String path) {
        return VolumeMount.PATH + path;
    }

    @Override
    public FolderListing list(String folder) throws IOException {
        return reached(tree -> tree.list(inside(folder)));
    }

    @Override
    public FileStat stat(String path) throws IOException {
        FileStat stat = reached(tree -> tree.stat(inside(path)));
        String target = stat.linkTarget();
        return new FileStat(stat.name(), stat.kind(), stat.size(), stat.mode(), stat.modified(),
                target.startsWith(VolumeMount.PATH + "/") ? target.substring(VolumeMount.PATH.length()) : target);
    }

    @Override
    public byte[] beginning(String path, int limit) throws IOException {
        return reached(tree -> tree.beginning(inside(path), limit));
    }

    @Override
    public List<String> download(String path, Path folder, LongConsumer moved) throws IOException {
        return reached(tree -> tree.download(inside(path), folder, moved));
    }

    @Override
    public void upload(FileSelection files, String folder, LongConsumer moved) throws IOException {
        reached(tree -> {
            tree.upload(files, inside(folder), moved);
            return tree;
        });
    }

    @Override
    public boolean deletes() {
        return false;
    }

    @Override
    public void delete(String path) {
        throw new UnsupportedOperationException("Nothing runs that could delete " + path);
    }
}
