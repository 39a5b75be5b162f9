// Whether programs would look for published ports behind a proxy.
package dev.wherry.engine.doctor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A proxy cannot reach this computer's own ports; programs have to be told so. */
final class ProxyCheck implements Check {

    private static final List<String> PROXIES = List.of("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy",
            "ALL_PROXY", "all_proxy");
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1");

    private final Map<String, String> environment;

    ProxyCheck(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String id() {
        return "proxy";
    }

    @Override
    public String title() {
        return "Proxy";
    }

    @Override
    public Finding run() {
        String set = PROXIES.stream().filter(name -> !environment.getOrDefault(name, "").isBlank())
                .collect(Collectors.joining(", "));
        if (set.isEmpty()) {
            return Finding.passed(this, "no proxy is set");
        }
        if (Stream.of("NO_PROXY", "no_proxy").anyMatch(name -> spares(environment.getOrDefault(name, "")))) {
            return Finding.passed(this, set + " set, and NO_PROXY for this computer itself");
        }
        return Finding.warning(this, set + " set without NO_PROXY for this computer itself: programs will look for"
                + " published ports behind the proxy.",
                "export NO_PROXY=localhost,127.0.0.1,::1 no_proxy=localhost,127.0.0.1,::1");
    }

    private static boolean spares(String exceptions) {
        List<String> names = Stream.of(exceptions.split(",", -1)).map(String::strip).toList();
        return names.contains("*") || names.containsAll(LOCAL);
    }
}
