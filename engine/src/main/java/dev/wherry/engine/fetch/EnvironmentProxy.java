// The proxy that the environment names.
package dev.wherry.engine.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in capitals or not, as other programs read them. This computer itself is never
 * looked for behind a proxy. NO_PROXY holds names and the ends of names; networks (10.0.0.0/8) are not understood.
 */
final class EnvironmentProxy extends ProxySelector {

    private static final int USUAL_PORT = 80;

    private final Map<String, String> environment;

    EnvironmentProxy(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        String named = first(address.getScheme() + "_proxy", "all_proxy");
        if (named.isEmpty() || Addresses.isLoopback(address) || isSpared(address.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        URI proxy = URI.create(named.contains("://") ? named : "http://" + named);
        if (proxy.getHost() == null || !proxy.getScheme().equals("http")) {
            throw new IllegalArgumentException("the proxy \"" + named + "\" is not of the form http://HOST:PORT");
        }
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(),
                proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort())));
    }

    private String first(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty()).findFirst().orElse("");
    }

    private boolean isSpared(String host) {
        return Stream.of(first("no_proxy").split("[\\s,]+"))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
                .anyMatch(entry -> entry.equals("*") || host.equalsIgnoreCase(entry)
                        || host.toLowerCase(Locale.ROOT).endsWith(
                                (entry.startsWith(".") ? entry : "." + entry).toLowerCase(Locale.ROOT)));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // The request fails with the same cause.
    }
}
