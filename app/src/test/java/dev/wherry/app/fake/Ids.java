// Ids as the engine makes them, but the same each time.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** 64 hexadecimal digits made from a text. */
final class Ids {

    private Ids() {
    }

    static String of(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** The id of an image or a layer. */
    static String digest(String text) {
        return "sha256:" + of(text);
    }
}
