// The keys of one machine: who we are to the guest, and who the guest is to us.
package dev.wherry.engine.guest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;

import dev.wherry.engine.host.PrivateFiles;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Two Ed25519 key pairs, made on the host before the guest's first boot: the one that the agent logs in with, and the one
 * that the guest's SSH server shows. So each side knows the other's key before they meet, and nothing is trusted on first use.
 */
public final class GuestKeys {

    static {
        JdkSecurity.use();
    }

    private static final String CLIENT_FILE = "client-key";
    private static final String HOST_FILE = "host-key";

    private final KeyPair client;
    private final KeyPair host;

    private GuestKeys(KeyPair client, KeyPair host) {
        this.client = client;
        this.host = host;
    }

    /**
     * Loads the keys from {@code folder}; makes those that are missing.
     *
     * @param folder where {@code client-key} and {@code host-key} are, in OpenSSH's private key format; created when missing,
     *               for the user alone
     * @throws IOException naming the file, when it holds no Ed25519 key or cannot be read or written. A damaged file is left
     *                     as it is: a running guest may still expect its key.
     */
    public static GuestKeys loadOrCreate(Path folder) throws IOException {
        PrivateFiles.createDirectories(folder);
        return new GuestKeys(
                loadOrCreate(folder.resolve(CLIENT_FILE), "wherry"),
                loadOrCreate(folder.resolve(HOST_FILE), "wherry-guest"));
    }

    /** The line of the guest's {@code authorized_keys} that lets the agent in; without a line end. */
    public String authorizedKey() {
        return PublicKeyEntry.toString(client.getPublic());
    }

    /** The guest's public host key as in {@code known_hosts}, without the host: type and Base64. */
    public String hostKey() {
        return PublicKeyEntry.toString(host.getPublic());
    }

    /** The guest's private host key file for its SSH server, in OpenSSH's format. Secret. */
    public String hostKeyFile() throws IOException {
        return new String(encode(host, "wherry-guest"), StandardCharsets.US_ASCII);
    }

    KeyPair client() {
        return client;
    }

    KeyPair host() {
        return host;
    }

    private static KeyPair loadOrCreate(Path file, String comment) throws IOException {
        if (Files.exists(file)) {
            return load(file);
        }
        KeyPair pair = generate();
        PrivateFiles.write(file, encode(pair, comment));
        return pair;
    }

    private static KeyPair load(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(file.toString()),
                    new ByteArrayInputStream(content), null);
            for (KeyPair pair : pairs == null ? List.<KeyPair>of() : pairs) {
                if (KeyPairProvider.SSH_ED25519.equals(KeyUtils.getKeyType(pair))) {
                    return pair;
                }
            }
            throw new InvalidKeyException("it holds no Ed25519 key in OpenSSH's format");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IOException("Tried to read the key " + file + " but failed because the file is damaged: "
                    + e.getMessage()
                    + ". Put it back from a backup; or delete it, and restart the machine to give the guest a new one.",
                    e);
        }
    }

    private static KeyPair generate() throws IOException {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IOException("Tried to make an Ed25519 key but failed because " + e.getMessage(), e);
        }
    }

    private static byte[] encode(KeyPair pair, String comment) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, comment, null, text);
        } catch (GeneralSecurityException e) {
            throw new IOException("Tried to write an Ed25519 key but failed because " + e.getMessage(), e);
        }
        return text.toByteArray();
    }
}
