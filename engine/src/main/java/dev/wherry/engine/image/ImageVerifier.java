// Checks who signed a guest image and that its contents are what was signed, once for each state of its files.
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
 * Checks the signature of the manifest, and each file by the SHA-256 that the manifest names. Reading 80 MB takes a good part of a
 * second, so an image that has passed is remembered by its manifest and by its files' paths, sizes and times of change, and read
 * again only when one of them differs, or other keys are trusted.
 */
public final class ImageVerifier {

    private final Path memory;
    private final TrustedKeys keys;

    /** Remembers what has passed in a file in {@code data}; without that folder, or the file, it costs only time. */
    public static ImageVerifier rememberingIn(Path data) {
        return new ImageVerifier(data.resolve("verified-image"), TrustedKeys.ofThisProgram());
    }

    /**
     * Remembers what has passed in {@code memory}.
     *
     * @param keys whose signature counts
     */
    public ImageVerifier(Path memory, TrustedKeys keys) {
        this.memory = memory;
        this.keys = keys;
    }

    /**
     * Passes when a trusted key has signed the manifest, and every file is what the manifest says.
     *
     * @throws ImageException naming what is wrong, and where
     */
    public void verify(GuestImage image) throws ImageException {
        try {
            byte[] manifest = Files.readAllBytes(image.folder().resolve(GuestImage.MANIFEST));
            String state = stateOf(image, manifest);
            if (Files.exists(memory) && Files.readString(memory).equals(state)) {
                return;
            }
            checkSignature(image, manifest);
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

    private void checkSignature(GuestImage image, byte[] manifest) throws IOException, ImageException {
        Path file = image.folder().resolve(GuestImage.SIGNATURE);
        if (!Files.isRegularFile(file)) {
            throw new ImageException("The guest image in " + image.folder() + " is not signed: there is no " + file
                    + ".");
        }
        keys.check("The guest image in " + image.folder(), manifest, Files.readAllBytes(file));
        if (!GuestImage.parse(image.folder().toString(), manifest).equals(image.manifest())) {
            throw new ImageException("The guest image in " + image.folder() + " was changed while it was read.");
        }
    }

    private void remember(String state) throws IOException {
        if (Files.isDirectory(memory.resolveSibling("."))) {
            PrivateFiles.write(memory, state.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String stateOf(GuestImage image, byte[] manifest) throws IOException {
        StringBuilder state = new StringBuilder(String.join(" ", keys.trusted())).append('\n')
                .append(HexFormat.of().formatHex(digest().digest(manifest))).append('\n');
        for (GuestImage.Part part : image.manifest().parts()) {
            Path file = image.folder().resolve(part.file()).toRealPath();
            state.append(part.sha256()).append(' ').append(Files.size(file)).append(' ')
                    .append(Files.getLastModifiedTime(file)).append(' ').append(file).append('\n');
        }
        return state.toString();
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[64 * 1024];
            while (in.read(buffer) >= 0) {
                // reading is what feeds the digest
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
