// Attributes on macOS and Linux.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The mode of a file in the guest is its mode on the host. */
final class UnixFiles implements HostFiles {

    /** From the lowest bit of a mode on. */
    private static final PosixFilePermission[] BITS = {PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_READ, PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_READ};

    private final Owners owners;

    UnixFiles(Owners owners) {
        this.owners = owners;
    }

    @Override
    public Attributes read(Path path) throws IOException {
        Map<String, Object> all = look(path);
        int mode = field(all, "mode", Integer.class);
        return Attributes.of(mode, field(all, "size", Long.class), owners.of(path, mode),
                field(all, "lastAccessTime", FileTime.class).to(TimeUnit.SECONDS),
                field(all, "lastModifiedTime", FileTime.class).to(TimeUnit.SECONDS), stamp(all));
    }

    @Override
    public long stamp(Path path) throws IOException {
        return stamp(look(path));
    }

    private static Map<String, Object> look(Path path) throws IOException {
        return Files.readAttributes(path, "unix:mode,size,lastAccessTime,lastModifiedTime,ctime,ino",
                LinkOption.NOFOLLOW_LINKS);
    }

    private static long stamp(Map<String, Object> all) {
        return Attributes.stampOf(field(all, "ino", Long.class), field(all, "mode", Integer.class),
                field(all, "size", Long.class),
                field(all, "lastModifiedTime", FileTime.class).to(TimeUnit.NANOSECONDS),
                field(all, "ctime", FileTime.class).to(TimeUnit.NANOSECONDS));
    }

    private static <T> T field(Map<String, Object> all, String name, Class<T> type) {
        return Objects.requireNonNull(type.cast(all.get(name)), name);
    }

    @Override
    public FileAttribute<?>[] creation(int permissions) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < BITS.length; bit++) {
            if ((permissions >> bit & 1) != 0) {
                set.add(BITS[bit]);
            }
        }
        return new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(set)};
    }

    @Override
    public void setPermissions(Path path, int permissions) throws IOException {
        // The JDK follows a link here although it is told not to.
        if (Files.isSymbolicLink(path)) {
            throw new SftpException(SftpStatus.OP_UNSUPPORTED, "links have no mode");
        }
        Files.setAttribute(path, "unix:mode", permissions & Attributes.MODE, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void setOwner(Path path, Owner owner) throws IOException {
        owners.set(path, read(path), owner);
    }
}
