// Names of files between the wire, where they are bytes, and the host, where they are paths.
package dev.wherry.engine.share;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Turns names into paths and back, byte for byte where the host's names are bytes.
 *
 * <p>A Java string cannot hold every name that a unix file system allows, nor can the JVM's own encoding of names: but a
 * {@code file:} address can, as it escapes each byte (RFC 8089). That way is slow, so names of plain letters skip it.
 */
final class WireName {

    private static final int DELETE = 0x7f;

    private WireName() {
    }

    /**
     * The entry {@code name} of {@code folder}.
     *
     * @throws InvalidPathException when the host has no such names
     */
    static Path in(Path folder, byte[] bytes, int from, int to) {
        if (isPlain(bytes, from, to)) {
            return folder.resolve(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        }
        if (isUnix(folder)) {
            StringBuilder address = new StringBuilder("file:///");
            for (int i = from; i < to; i++) {
                address.append('%').append(Character.forDigit(bytes[i] >> 4 & 0xf, 16))
                        .append(Character.forDigit(bytes[i] & 0xf, 16));
            }
            try {
                return folder.resolve(Path.of(URI.create(address.toString())).getFileName());
            } catch (IllegalArgumentException e) {
                throw new InvalidPathException(new String(bytes, from, to - from, StandardCharsets.UTF_8),
                        String.valueOf(e.getMessage()));
            }
        }
        return folder.resolve(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /** The last name of {@code path}. */
    static byte[] of(Path path) {
        String name = String.valueOf(path.getFileName());
        if (isPlain(name) || !isUnix(path)) {
            return name.getBytes(StandardCharsets.UTF_8);
        }
        // Of an entry read from a folder the path still holds the bytes; only its text may have lost some.
        String address = path.toUri().getRawPath();
        int end = address.endsWith("/") ? address.length() - 1 : address.length();
        return unescaped(address.substring(address.lastIndexOf('/', end - 1) + 1, end));
    }

    /** A link's target as it is to be sent: whole, not one name. */
    static byte[] ofTarget(Path target) {
        String text = target.toString();
        if (isPlain(text) || !isUnix(target)) {
            return text.replace('\\', isUnix(target) ? '\\' : '/').getBytes(StandardCharsets.UTF_8);
        }
        // Only absolute paths have an address: what comes before the target is cut off again.
        Path top = target.getFileSystem().getPath("/x");
        boolean absolute = target.isAbsolute();
        String address = (absolute ? target : top.resolve(target)).toUri().getRawPath();
        String own = absolute ? address : address.substring("/x/".length());
        // The address of what is a folder ends with a slash.
        return unescaped(own.length() > 1 && own.endsWith("/") ? own.substring(0, own.length() - 1) : own);
    }

    /** The path that stands in a link: never looked up, so it may be anything. */
    static Path target(Path folder, byte[] bytes) {
        if (isPlain(bytes, 0, bytes.length) || !isUnix(folder)) {
            return folder.getFileSystem().getPath(new String(bytes, StandardCharsets.UTF_8));
        }
        Path path = folder.getFileSystem().getPath(bytes.length > 0 && bytes[0] == '/' ? "/" : "");
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '/') {
                path = i > from ? in(path, bytes, from, i) : path;
                from = i + 1;
            }
        }
        return path;
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == DELETE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < ' ' || name.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnix(Path path) {
        return path.getFileSystem().getSeparator().equals("/");
    }

    private static byte[] unescaped(String escaped) {
        byte[] bytes = new byte[escaped.length()];
        int length = 0;
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes[length++] = (byte) Integer.parseInt(escaped, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) escaped.charAt(i);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
