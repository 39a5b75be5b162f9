// Which proxy the engine goes by, and whether programs would look for published ports behind it.
package dev.wherry.engine.doctor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.host.network.HostNetwork;
import dev.wherry.engine.proxy.Proxies;
import dev.wherry.engine.proxy.ProxyFinder;
import dev.wherry.engine.proxy.ProxySettings;

/**
 * Finds the engine's proxies as the next start would. A proxy cannot reach this computer's own ports; programs here have to be told
 * so.
 */
final class ProxyCheck implements Check {

    private static final List<String> PROXIES = List.of("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy",
            "ALL_PROXY", "all_proxy");
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1");

    private final Subject subject;

    ProxyCheck(Subject subject) {
        this.subject = subject;
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
        return judge(new ProxyFinder(subject.environment(), HostNetwork.ofHost().proxy()).find(settings()),
                subject.environment());
    }

    // What is wrong with the configuration is another check's to tell.
    private ProxySettings settings() {
        try {
            return subject.config().proxy();
        } catch (ConfigException e) {
            return ProxySettings.AUTO;
        }
    }

    Finding judge(Proxies proxies, Map<String, String> environment) {
        String engine = proxies.isEmpty() ? "the engine uses none" : "the engine uses " + proxies;
        if (!proxies.problems().isEmpty()) {
            return Finding.warning(this, String.join(" ", proxies.problems()) + " For now " + engine + ".",
                    subject.wherry()
                            + " config set proxy.https http://HOST:PORT, and the same for proxy.http; none for none");
        }
        String set = PROXIES.stream().filter(name -> !environment.getOrDefault(name, "").isBlank())
                .collect(Collectors.joining(", "));
        if (set.isEmpty()) {
            return Finding.passed(this, proxies.isEmpty() ? "no proxy is set" : engine);
        }
        if (Stream.of("NO_PROXY", "no_proxy").anyMatch(name -> spares(environment.getOrDefault(name, "")))) {
            return Finding.passed(this, engine + "; " + set + " set, and NO_PROXY for this computer itself");
        }
        return Finding.warning(this, set + " set without NO_PROXY for this computer itself: programs will look for"
                + " published ports behind the proxy. (For its own part " + engine + ".)",
                "export NO_PROXY=localhost,127.0.0.1,::1 no_proxy=localhost,127.0.0.1,::1");
    }

    private static boolean spares(String exceptions) {
        List<String> names = Stream.of(exceptions.split(",", -1)).map(String::strip).toList();
        return names.contains("*") || names.containsAll(LOCAL);
    }
}
