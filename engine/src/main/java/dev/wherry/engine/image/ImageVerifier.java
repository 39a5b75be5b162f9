// Checks a guest image's contents against its manifest, once for each state of its files.
package dev.wherry.engine.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.wherry.engine.host.PrivateFiles;

/**
 * Compares each file with the manifest's SHA-256. Reading 80 MB takes a good part of a second, so a file that has passed
 * is remembered by path, size and time of change, and read again only when one of them differs.
 */
public final class ImageVerifier {

    private final Path memory;

    /** Remembers what has passed in a file in {@code data}; without that folder, or the file, it costs only time. */
    public static ImageVerifier rememberingIn(Path data) {
        return new ImageVerifier(data.resolve("verified-image"));
    }

    /** Remembers what has passed in {@code memory}. */
    public ImageVerifier(Path memory) {
        this.memory = memory;
    }

    /**
     * Passes when every file is what the manifest says.
     *
     * @throws ImageException naming the file that differs
     */
    public void verify(GuestImage image) throws ImageException {
        try {
            String state = stateOf(image);
            if (Files.exists(memory) && Files.readString(memory).equals(state)) {
                return;
            }
            for (GuestImage.Part part : image.manifest().parts()) {
                Path file = image.folder().resolve(part.file());
                if (!sha256(file).equals(part.sha256())) {
                    throw new ImageException("The guest image is damaged: " + file
                            + " does not have the contents that its manifest names.");
                }
            }
            remember(state);
        } catch (IOException e) {
            throw new ImageException("Tried to check the guest image in " + image.folder() + " but failed because "
                    + e.getMessage());
        }
    }

    private void remember(String state) throws IOException {
        if (Files.isDirectory(memory.resolveSibling("."))) {
            PrivateFiles.write(memory, state.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String stateOf(GuestImage image) throws IOException {
        StringBuilder state = new StringBuilder();
        for (GuestImage.Part part : image.manifest().parts()) {
            Path file = image.folder().resolve(part.file()).toRealPath();
            state.append(part.sha256()).append(' ').append(Files.size(file)).append(' ')
                    .append(Files.getLastModifiedTime(file)).append(' ').append(file).append('\n');
        }
        return state.toString();
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                byte[] buffer = new byte[64 * 1024];
                while (in.read(buffer) >= 0) {
                    // reading is what feeds the digest
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
