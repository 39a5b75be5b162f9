// Small guest images that tests make and sign themselves.
package dev.wherry.engine.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Writes images whose parts hold a few words each. */
public final class SampleImage {

    private static final Path DEVELOPMENT_KEY = Path.of("..", "vm-image", "development-key.pem");

    private SampleImage() {
    }

    /** Writes a whole image that the development key has signed. */
    public static Path write(Path folder, String version, long serial) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("manifest.json"), """
                {"format": 1, "arch": "amd64", "version": "%s", "serial": %d, "commandLine": "quiet",
                 "engineDefaults": {}, "kernel": %s, "initrd": %s, "root": %s, "packages": []}"""
                .formatted(version, serial, part(folder, "kernel", version), part(folder, "initrd", version),
                        part(folder, "root.img", version)));
        sign(folder, developmentKey());
        return folder;
    }

    private static String part(Path folder, String name, String version) throws IOException {
        byte[] content = (name + " of " + version).getBytes(UTF_8);
        Files.write(folder.resolve(name), content);
        return "{\"file\": \"%s\", \"size\": %d, \"sha256\": \"%s\"}".formatted(name, content.length, sha256(content));
    }

    /** The digest as manifests write it. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** Signs the manifest that is there. */
    public static void sign(Path folder, PrivateKey key) throws IOException {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(Files.readAllBytes(folder.resolve("manifest.json")));
            Files.write(folder.resolve("manifest.sig"), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has Ed25519", e);
        }
    }

    /** A key that nobody knows. */
    static KeyPair newKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** The key of the source tree. */
    public static PrivateKey developmentKey() throws IOException {
        String pem = Files.readString(DEVELOPMENT_KEY).replaceAll("-----.*-----|\\s", "");
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(DEVELOPMENT_KEY + " is no Ed25519 key", e);
        }
    }
}
