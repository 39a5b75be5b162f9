// Unix socket addresses are short (104 bytes on macOS, 108 on Linux); home folders need not be.
package dev.wherry.engine.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gives a socket a path that fits into a socket address. */
public final class SocketPath {

    /** The longest path, in bytes, that every operating system takes, with its closing zero (macOS' sys/un.h). */
    static final int LIMIT = 104;

    private SocketPath() {
    }

    /**
     * The path to bind or connect to for the socket that belongs at {@code wanted}: itself when it fits, else one in a folder
     * for the user alone under the system's short temporary folder, the same for the same {@code wanted}. The folder exists
     * when this returns.
     *
     * @throws IOException when a folder cannot be made, or the short one belongs to somebody else
     */
    public static Path fitting(Path wanted) throws IOException {
        Path absolute = wanted.toAbsolutePath();
        PrivateFiles.createDirectories(parentOf(absolute));
        if (fits(absolute)) {
            return absolute;
        }
        Path folder = substitute(parentOf(absolute));
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                && !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(parentOf(absolute)))) {
            throw new IOException("Tried to use " + folder + " for sockets, because " + absolute
                    + " is too long for one, but the folder belongs to another user; remove it");
        }
        PrivateFiles.createDirectories(folder);
        return folder.resolve(absolute.getFileName());
    }

    /** Where the sockets of {@code folder} are that would be too long there; it need not exist. */
    public static Path substitute(Path folder) {
        return Path.of("/tmp", "wherry-" + digest(folder.toAbsolutePath().toString()));
    }

    static boolean fits(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length < LIMIT;
    }

    private static Path parentOf(Path absolute) {
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(absolute + " is no file");
        }
        return parent;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
