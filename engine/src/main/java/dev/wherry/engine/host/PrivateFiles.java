// Files and folders that only their owner can open: keys, sockets, configuration.
package dev.wherry.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/** Creates files and folders for the user alone: mode 0600 or 0700 on POSIX, an access list with one entry elsewhere. */
public final class PrivateFiles {

    private PrivateFiles() {
    }

    /** Creates {@code folder} and its missing parents; an existing folder is closed to others too. */
    public static void createDirectories(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
    }

    /** Puts {@code content} in place of {@code file} in one step: a reader sees the old content or the new, whole. */
    public static void write(Path file, byte[] content) throws IOException {
        replace(file, content, draft -> restrict(draft, "rw-------"));
    }

    /**
     * Does the same to a file of the user's: a symbolic link is followed, and who may open the file stays as it was. A missing
     * file is made for the user alone, with its folder.
     */
    public static void update(Path file, byte[] content) throws IOException {
        if (!Files.exists(file)) {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                createDirectories(parent);
            }
            write(file, content);
            return;
        }
        Path real = file.toRealPath();
        replace(real, content, draft -> copyAccess(real, draft));
    }

    /** Says who may open a file. */
    private interface Access {
        void apply(Path draft) throws IOException;
    }

    private static void replace(Path file, byte[] content, Access access) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(parent, "." + file.getFileName(), ".new");
        try {
            access.apply(draft);
            Files.write(draft, content, StandardOpenOption.SYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void copyAccess(Path from, Path to) throws IOException {
        if (from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
            return;
        }
        AclFileAttributeView source = Files.getFileAttributeView(from, AclFileAttributeView.class);
        AclFileAttributeView target = Files.getFileAttributeView(to, AclFileAttributeView.class);
        if (source != null && target != null) {
            target.setAcl(source.getAcl());
        }
    }

    /** Closes an existing {@code file} to everybody but its owner. */
    public static void restrictToOwner(Path file) throws IOException {
        restrict(file, "rw-------");
    }

    private static void restrict(Path path, String posixMode) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(posixMode));
            return;
        }
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    // What is made in a folder later is the user's alone as well.
                    .setFlags(Files.isDirectory(path)
                            ? EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                            : EnumSet.noneOf(AclEntryFlag.class))
                    .build()));
        }
    }
}
