// Addresses as Linux' /proc writes them.
package dev.wherry.engine.host.linux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Reads the addresses in net/tcp and the like; see proc_net(5). */
public final class ProcAddress {

    private static final int WORD = 4;

    private ProcAddress() {
    }

    /**
     * Reads an address and a port, such as {@code 0100007F:0050}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static InetSocketAddress parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no address and port: " + text);
        }
        return new InetSocketAddress(address(text.substring(0, colon)),
                HexFormat.fromHexDigits(text, colon + 1, text.length()));
    }

    // In words of the machine's own byte order, and that is little endian on all that Wherry runs on, guests included.
    private static InetAddress address(String hex) {
        byte[] words = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i / WORD * WORD + WORD - 1 - i % WORD];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + hex, e);
        }
    }
}
