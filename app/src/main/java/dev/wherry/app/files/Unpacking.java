// Takes a tar apart into a folder of the host.
package dev.wherry.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks one tar. A container may have made it, so it is not trusted: nothing is written outside of the folder, nothing through a
 * link, nothing over a file that is there. What the host cannot have (a device, a name of its own two files, a link on some
 * Windows) is left out and told.
 */
final class Unpacking {

    private final Path root;
    private final List<String> skipped = new ArrayList<>();

    /** @param root an empty folder */
    Unpacking(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /**
     * Unpacks everything in {@code tar}; an interrupt ends it.
     *
     * @return the names of what was left out
     */
    List<String> unpack(InputStream tar) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(tar, "UTF-8");
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Interrupted while unpacking " + entry.getName());
            }
            try {
                unpack(entry, entries);
            } catch (FileAlreadyExistsException | InvalidPathException | UnsupportedOperationException e) {
                skipped.add(entry.getName());
            }
        }
        return List.copyOf(skipped);
    }

    private void unpack(TarArchiveEntry entry, TarArchiveInputStream content) throws IOException {
        Path target = inside(entry.getName());
        if (target.equals(root)) {
            return;
        }
        switch (FolderListing.kind(entry)) {
            case FOLDER -> {
                if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(target);
                }
            }
            case LINK -> link(entry, target);
            case FILE -> {
                if (entry.isLink()) {
                    Files.copy(inside(entry.getLinkName()), target, LinkOption.NOFOLLOW_LINKS);
                } else {
                    Files.copy(content, target);
                }
            }
            case SPECIAL -> skipped.add(entry.getName());
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(target)) {
            Files.setLastModifiedTime(target, entry.getLastModifiedTime());
            permit(target, entry);
        }
    }

    private void link(TarArchiveEntry entry, Path target) throws IOException {
        try {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            skipped.add(entry.getName()); // Windows asks for a privilege
        }
    }

    // Where an entry goes. Its folder must be one, really and truly in the root: not a link to elsewhere.
    private Path inside(String name) throws IOException {
        Path target = root.resolve(name.replaceFirst("^/+", "")).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("Tried to unpack \"" + name + "\" but failed because it leads out of the folder. "
                    + "Nothing was unpacked.");
        }
        if (target.equals(root)) {
            return target;
        }
        Path folder = root;
        for (Path part : root.relativize(target.getParent())) {
            folder = folder.resolve(part).normalize(); // the first part of a short way is empty
            if (Files.isSymbolicLink(folder)) {
                throw new IOException("Tried to unpack \"" + name + "\" but failed because it leads through a link. "
                        + "Nothing was unpacked.");
            }
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
        }
        return target;
    }

    // Whoever unpacks must be able to read and to delete what he got, whatever the container's user may.
    private static void permit(Path target, TarArchiveEntry entry) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            int least = entry.isDirectory() ? 0700 : 0600;
            view.setPermissions(UnixMode.permissions(entry.getMode() | least));
        }
    }
}
