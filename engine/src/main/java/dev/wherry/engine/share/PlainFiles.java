// Attributes on Windows.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.concurrent.TimeUnit;

/**
 * A host without modes: everything can be read, written and run, as Docker Desktop shows it. A change of the mode is taken and
 * not kept.
 */
final class PlainFiles implements HostFiles {

    private static final int ALL = 0777;

    private final Owners owners;

    PlainFiles(Owners owners) {
        this.owners = owners;
    }

    @Override
    public Attributes read(Path path) throws IOException {
        BasicFileAttributes all = look(path);
        int permissions = permissions(all);
        return Attributes.of(permissions, all.size(), owners.of(path, permissions),
                all.lastAccessTime().to(TimeUnit.SECONDS), all.lastModifiedTime().to(TimeUnit.SECONDS), stamp(all));
    }

    @Override
    public long stamp(Path path) throws IOException {
        return stamp(look(path));
    }

    private static BasicFileAttributes look(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static int permissions(BasicFileAttributes all) {
        return ALL
                | (all.isSymbolicLink() ? Attributes.LINK : all.isDirectory() ? Attributes.FOLDER : Attributes.FILE);
    }

    private static long stamp(BasicFileAttributes all) {
        return Attributes.stampOf(permissions(all), all.size(), all.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                all.creationTime().to(TimeUnit.NANOSECONDS));
    }

    @Override
    public FileAttribute<?>[] creation(int permissions) {
        return new FileAttribute<?>[0];
    }

    @Override
    public void setPermissions(Path path, int permissions) {
        // There is nothing that would hold it.
    }

    @Override
    public void setOwner(Path path, Owner owner) throws IOException {
        owners.set(path, read(path), owner);
    }
}
