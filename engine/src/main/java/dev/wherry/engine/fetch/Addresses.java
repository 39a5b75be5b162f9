// Which addresses things are fetched from.
package dev.wherry.engine.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** HTTPS, and plain HTTP on this computer itself, where nobody can listen in. */
public final class Addresses {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {
    }

    /** Whether something may be fetched from {@code text}. */
    public static boolean isSafe(String text) {
        try {
            return isSafe(new URI(text));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isSafe(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return address.getHost() != null
                && (scheme.equals("https") || (scheme.equals("http") && isLoopback(address)));
    }

    /** Whether {@code address} is on this computer itself. */
    public static boolean isLoopback(URI address) {
        return LOOPBACK.contains(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
    }

    /**
     * {@code reference} as seen from {@code base}: an address of its own, or a path beside it.
     *
     * @throws FetchException when it is neither HTTPS nor on this computer
     */
    public static URI resolve(URI base, String reference) throws FetchException {
        try {
            return require(base.resolve(new URI(reference)));
        } catch (URISyntaxException e) {
            throw new FetchException("\"" + reference + "\", named by " + base + ", is no address.");
        }
    }

    static URI require(URI address) throws FetchException {
        if (!isSafe(address)) {
            throw new FetchException("Nothing is fetched from " + address
                    + ": it has to begin with https://, or be on this computer.");
        }
        return address;
    }
}
