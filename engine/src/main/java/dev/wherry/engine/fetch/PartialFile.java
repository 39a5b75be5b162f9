// A file of which not everything has come yet.
package dev.wherry.engine.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What has come of a file, and by which mark the server can tell whether it is still the same there (RFC 9110, 8.8). */
final class PartialFile {

    private final Path target;
    private final long size;
    private final Path part;
    private final Path mark;

    /** For {@code target}, which has {@code size} bytes when it is whole. */
    PartialFile(Path target, long size) {
        this.target = target;
        this.size = size;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.mark = target.resolveSibling(target.getFileName() + ".mark");
    }

    long size() {
        return size;
    }

    /** How many bytes are there that can be gone on from. */
    long present() throws IOException {
        return Files.exists(part) && Files.exists(mark) ? Files.size(part) : 0;
    }

    String mark() throws IOException {
        return Files.readString(mark);
    }

    /** Begins anew. */
    OutputStream create(String newMark) throws IOException {
        discard();
        if (!newMark.isEmpty()) {
            Files.writeString(mark, newMark);
        }
        return Files.newOutputStream(part);
    }

    OutputStream append() throws IOException {
        return Files.newOutputStream(part, StandardOpenOption.APPEND);
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(mark);
    }

    boolean isWhole() throws IOException {
        return Files.exists(part) && Files.size(part) == size;
    }

    /** Puts the whole file where it belongs if it is the right one, and throws it away otherwise; tells which. */
    boolean finish(String sha256) throws IOException {
        boolean right = digest().equals(sha256);
        if (right) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        discard();
        return right;
    }

    private String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(part), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
