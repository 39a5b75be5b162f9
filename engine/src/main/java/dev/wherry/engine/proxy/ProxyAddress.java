// Where a proxy is.
package dev.wherry.engine.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a proxy: a scheme ({@code http}, {@code https} or {@code socks5}), a host and, where need be, a port, a user and a
 * password.
 *
 * @param uri nothing but these
 */
public record ProxyAddress(URI uri) {

    /** What an address looks like, for messages. */
    public static final String EXAMPLE = "http://proxy.example:3128";

    /** This computer as the guest sees it: the gateway of QEMU's user network (vm-image/README.md). */
    static final String HOST_IN_GUEST = "10.0.2.2";

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443, "socks5", 1080);
    private static final int LAST_PORT = 65_535;

    /** The address that {@code text} is, with its scheme; empty when it is none. */
    public static Optional<ProxyAddress> parse(String text) {
        try {
            return Optional.of(new URI(text.strip())).filter(ProxyAddress::isAddress).map(ProxyAddress::new);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The same, where people and systems also write {@code HOST:PORT} for a proxy that speaks HTTP. */
    public static Optional<ProxyAddress> parseLoosely(String text) {
        return parse(text.contains("://") ? text : "http://" + text.strip());
    }

    private static boolean isAddress(URI uri) {
        return DEFAULT_PORTS.containsKey(String.valueOf(uri.getScheme())) && uri.getHost() != null && uri.getPort() != 0
                && uri.getPort() <= LAST_PORT && Set.of("", "/").contains(uri.getRawPath())
                && uri.getRawQuery() == null && uri.getRawFragment() == null;
    }

    /** The same proxy as the guest reaches it: there, loopback is the guest itself. */
    ProxyAddress inGuest() {
        return isLoopback(uri.getHost()) ? new ProxyAddress(URI.create(text(HOST_IN_GUEST, credentials()))) : this;
    }

    /** The port of one that listens on this computer's loopback. */
    Optional<Integer> loopbackPort() {
        int port = uri.getPort() > 0 ? uri.getPort() : DEFAULT_PORTS.getOrDefault(uri.getScheme(), 0);
        return Optional.of(port).filter(any -> isLoopback(uri.getHost()));
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || name.startsWith("127.")
                || name.equals("[::1]") || name.equals("0.0.0.0");
    }

    private String credentials() {
        return uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
    }

    private String text(String host, String credentials) {
        return uri.getScheme() + "://" + credentials + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    /** All of it, the password included: for programs. */
    String full() {
        return text(uri.getHost(), credentials());
    }

    /** What anybody may see: without user and password. */
    @Override
    public String toString() {
        return text(uri.getHost(), "");
    }
}
