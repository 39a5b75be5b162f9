// The shared folder as the guest names it, and nothing around it.
package dev.wherry.engine.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * Turns the guest's paths into the host's.
 *
 * <p>No path leads out: there is no {@code ..}, an absolute path starts at the share, and a symbolic link on the way is
 * refused, as the guest's kernel resolves links itself and never sends one. What is at the end of a path may be a link; what
 * uses it must not follow it. A guest cannot put a link in the way between look and use, because the requests of a share are
 * served one after the other.
 */
final class ShareRoot {

    private final Path folder;
    private final byte[] prefix;

    /**
     * The share of {@code folder}, which exists; links on the way to it are the user's own.
     *
     * @param prefix what every path of the guest has to begin with
     */
    ShareRoot(Path folder, String prefix) throws IOException {
        this.folder = folder.toRealPath();
        this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    }

    Path folder() {
        return folder;
    }

    /**
     * Where the guest's {@code path} lies.
     *
     * @throws SftpException       when it leads out, or no file of this host can have that name
     * @throws NoSuchFileException when a folder on the way is missing
     */
    Path resolve(byte[] path) throws IOException {
        if (path.length < prefix.length || !Arrays.equals(path, 0, prefix.length, prefix, 0, prefix.length)) {
            throw new SftpException(SftpStatus.PERMISSION_DENIED, "the path does not begin in the share");
        }
        Path resolved = folder;
        int from = prefix.length;
        for (int i = from; i <= path.length; i++) {
            if (i < path.length && path[i] != '/') {
                continue;
            }
            if (i > from && !(i == from + 1 && path[from] == '.')) {
                if (!resolved.equals(folder)) {
                    requireFolder(resolved);
                }
                resolved = child(resolved, path, from, i);
            }
            from = i + 1;
        }
        return resolved;
    }

    private static void requireFolder(Path folder) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        // A junction of Windows is neither a link nor a folder here.
        if (attributes.isSymbolicLink() || attributes.isOther()) {
            throw new SftpException(SftpStatus.PERMISSION_DENIED, "a link lies on the way");
        } else if (!attributes.isDirectory()) {
            throw new NoSuchFileException(folder.toString());
        }
    }

    private static Path child(Path parent, byte[] path, int from, int to) throws SftpException {
        if (to - from == 2 && path[from] == '.' && path[from + 1] == '.') {
            throw new SftpException(SftpStatus.PERMISSION_DENIED, "the path leads upwards");
        }
        try {
            Path child = WireName.in(parent, path, from, to);
            // On Windows a name may hold its separator, a drive or a stream: none of these is a file's name.
            if (child.getNameCount() != parent.getNameCount() + 1 || !child.startsWith(parent)) {
                throw new SftpException(SftpStatus.NO_SUCH_FILE, "the host has no such names");
            }
            return child;
        } catch (InvalidPathException e) {
            throw new SftpException(SftpStatus.NO_SUCH_FILE, "the host has no such names");
        }
    }
}
