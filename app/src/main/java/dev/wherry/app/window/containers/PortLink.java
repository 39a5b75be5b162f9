// A port of a container, as one may use it.
package dev.wherry.app.window.containers;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.PublishedPort;
import org.jspecify.annotations.Nullable;

/**
 * A port.
 *
 * @param host      the port on the host; 0 when it is not published
 * @param container the port in the container
 * @param type      {@code tcp}, {@code udp} or {@code sctp}
 * @param problem   why it cannot be reached on the host; null when nothing is known against it
 */
public record PortLink(int host, int container, String type, @Nullable String problem) {

    /** The ports of {@code container}, the published ones first; one that is published for IPv4 and IPv6 alike is one port. */
    static List<PortLink> of(ContainerSummary container) {
        return container.ports().stream().map(PortLink::from).distinct()
                .sorted((one, other) -> Boolean.compare(other.published(), one.published())).toList();
    }

    private static PortLink from(PublishedPort port) {
        return new PortLink(Objects.requireNonNullElse(port.publicPort(), 0), port.privatePort(), port.type(), null);
    }

    /** The same with what {@code forwards}, those of the container called {@code name}, say of it: a rule may have moved it. */
    PortLink with(String name, List<MachineReport.Port> forwards) {
        return forwards.stream()
                .filter(forward -> forward.container().equals(name) && forward.containerPort() == container
                        && forward.transport().equals(type) && forward.guestPort() == host)
                .min(Comparator.comparing(forward -> forward.problem() == null))
                .map(forward -> new PortLink(forward.hostPort(), container, type, forward.problem())).orElse(this);
    }

    /** Whether the host has it. */
    boolean published() {
        return host != 0;
    }

    /** Whether a browser may be pointed at it. */
    boolean browsable() {
        return published() && type.equals("tcp");
    }

    /** Where a browser finds it. */
    String address() {
        return "http://localhost:" + host;
    }

    /** As docker writes it: {@code 8080:80}, {@code 53:53/udp}, {@code 80}. */
    String text() {
        return (published() ? host + ":" : "") + container + (type.equals("tcp") ? "" : "/" + type);
    }
}
