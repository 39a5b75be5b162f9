// Files of the host, chosen to be packed.
package dev.wherry.app.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Files and folders with all that is in them, looked up once. Symbolic links are taken as such; devices, sockets and pipes are left
 * out.
 */
public final class FileSelection {

    private final List<PackedFile> files;

    private FileSelection(List<PackedFile> files) {
        this.files = List.copyOf(files);
    }

    /** Each of {@code paths}, under its own name. */
    public static FileSelection of(List<Path> paths) throws IOException {
        List<PackedFile> found = new ArrayList<>();
        for (Path path : paths) {
            Path parent = path.toAbsolutePath().normalize().getParent();
            if (parent == null) {
                throw new IOException("Tried to copy " + path + " but failed because a whole disk cannot be copied."
                        + " Choose folders on it.");
            }
            collect(path.toAbsolutePath().normalize(), parent, name -> false, true, found);
        }
        return new FileSelection(found);
    }

    /**
     * What is in {@code folder}, without the folder itself.
     *
     * @param left     which names are left out, with slashes and from {@code folder} on
     * @param subtrees whether a folder that is left out takes with it all that is in it
     */
    static FileSelection within(Path folder, Predicate<String> left, boolean subtrees) throws IOException {
        List<PackedFile> found = new ArrayList<>();
        collect(folder, folder, left, subtrees, found);
        return new FileSelection(found);
    }

    private static void collect(Path from, Path base, Predicate<String> left, boolean subtrees, List<PackedFile> found)
            throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(base) || take(folder, attributes)) {
                    return FileVisitResult.CONTINUE;
                }
                return subtrees ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!attributes.isOther()) {
                    take(file, attributes);
                }
                return Thread.currentThread().isInterrupted() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            private boolean take(Path path, BasicFileAttributes attributes) {
                String name = base.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
                boolean taken = !left.test(name);
                if (taken) {
                    found.add(new PackedFile(path, name, attributes));
                }
                return taken;
            }
        });
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Interrupted while looking through " + from);
        }
    }

    /** How many files, folders and links they are. */
    public int count() {
        return files.size();
    }

    /** The bytes of their contents. */
    public long bytes() {
        return files.stream().mapToLong(PackedFile::size).sum();
    }

    /** Their names in the tar, folders before what is in them. */
    List<String> names() {
        return files.stream().map(PackedFile::name).toList();
    }

    /** Their tar, made while it is read. Whoever gets it closes it. */
    public TarInput tar() {
        return new TarInput(files);
    }
}
