// The secret by which a guest's mounts are known.
package dev.wherry.engine.share;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.wherry.engine.host.PrivateFiles;

/**
 * Makes the token of each share: who knows it may use the share. It follows from a key of the machine's, so that every agent knows those
 * of the mounts that an earlier one made, and it is another one where the share is.
 */
final class ShareKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int TOKEN_BYTES = 16;

    private final SecretKeySpec key;

    private ShareKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The key in {@code file}, which is made if it is not there, for its user's eyes only. */
    static ShareKey in(Path file) throws IOException {
        byte[] key;
        try {
            key = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            key = new byte[0];
        }
        if (key.length != KEY_BYTES) {
            key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            PrivateFiles.write(file, key);
        }
        return new ShareKey(key);
    }

    /** The token of {@code share}: 32 hexadecimal digits. */
    String token(Share share) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac
                    .doFinal((share.folder() + "\0" + share.place() + "\0" + share.isReadOnly()).getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(code, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
