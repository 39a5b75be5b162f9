// The proxies that hold.
package dev.wherry.engine.proxy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The proxies to use, as seen from this computer.
 *
 * @param http       for plain HTTP; null for none
 * @param https      for HTTPS; null for none
 * @param exceptions names, ends of names, addresses and networks to be reached without them
 * @param problems   sentences on what could not be used
 */
public record Proxies(@Nullable Used http, @Nullable Used https, List<String> exceptions, List<String> problems) {

    /** What is never looked for behind a proxy: the guest itself, and this computer as the guest sees it. */
    private static final List<String> ALWAYS_DIRECT = List.of("localhost", "127.0.0.1", "::1",
            ProxyAddress.HOST_IN_GUEST, "host.docker.internal", "gateway.docker.internal", "host.wherry.internal");

    /**
     * A proxy, and who says so.
     *
     * @param address where it is
     * @param origin  a variable, a line of the configuration, or the system
     */
    public record Used(ProxyAddress address, String origin) {

        @Override
        public String toString() {
            return address + " (" + origin + ")";
        }
    }

    public Proxies {
        exceptions = List.copyOf(exceptions);
        problems = List.copyOf(problems);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return http == null && https == null;
    }

    /** Ports of those that listen on this computer's loopback. */
    public Set<Integer> loopbackPorts() {
        return Stream.of(Optional.ofNullable(http), Optional.ofNullable(https)).flatMap(Optional::stream)
                .flatMap(used -> used.address.loopbackPort().stream()).collect(Collectors.toSet());
    }

    /** Variables by which programs in the guest find the proxies, with their passwords; empty when there is none. */
    public Map<String, String> inGuest() {
        Map<String, String> variables = new LinkedHashMap<>();
        if (http != null) {
            variables.put("HTTP_PROXY", http.address.inGuest().full());
        }
        if (https != null) {
            variables.put("HTTPS_PROXY", https.address.inGuest().full());
        }
        if (!isEmpty()) {
            Set<String> direct = new LinkedHashSet<>(ALWAYS_DIRECT);
            direct.addAll(exceptions);
            variables.put("NO_PROXY", String.join(",", direct));
        }
        return variables;
    }

    /** What a user sees, on one line and without passwords. */
    @Override
    public String toString() {
        if (http == null || https == null) {
            return http != null ? http + " for HTTP alone" : https != null ? https + " for HTTPS alone" : "none";
        }
        return http.address.equals(https.address) ? https.toString() : http + " for HTTP, " + https + " for HTTPS";
    }
}
