// Where a browser finds a published port.
package dev.wherry.app.tray;

import java.util.Set;
import java.util.stream.Stream;

import dev.wherry.engine.agent.MachineReport;

/**
 * A web page that a container may serve.
 *
 * @param scheme    {@code http} or {@code https}
 * @param authority host and port, such as {@code localhost:8080}
 */
record PortUrl(String scheme, String authority) {

    private static final Set<Integer> HTTPS = Set.of(443, 8443);
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "[::1]", "0.0.0.0", "[::]");

    /** Those of the container called {@code name} that can be reached; a port that listens on IPv4 and IPv6 is one. */
    static Stream<PortUrl> of(MachineReport report, String name) {
        return report.ports().stream()
                .filter(port -> port.container().equals(name) && port.problem() == null
                        && port.transport().equals("tcp"))
                .map(PortUrl::of).distinct();
    }

    private static PortUrl of(MachineReport.Port port) {
        int colon = port.host().lastIndexOf(':');
        String host = port.host().substring(0, colon);
        return new PortUrl(HTTPS.contains(port.containerPort()) ? "https" : "http",
                (THIS_COMPUTER.contains(host) ? "localhost" : host) + port.host().substring(colon));
    }

    @Override
    public String toString() {
        return scheme + "://" + authority;
    }
}
