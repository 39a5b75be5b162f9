// A port of a container, as its details list it.
package dev.wherry.app.window.container;

import java.util.List;
import java.util.Objects;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.PublishedPort;

/**
 * A port.
 *
 * @param inside  the port in the container, such as {@code 80/tcp}
 * @param outside the port on the host; 0 when it is not published
 * @param problem why it cannot be reached on the host; empty when nothing is known against it
 */
record DetailsPort(String inside, int outside, String problem) {

    /** The ports of {@code container}, with what the agent says of its {@code forwards}. */
    static List<DetailsPort> of(ContainerSummary container, List<MachineReport.Port> forwards) {
        return container.ports().stream().map(port -> of(port, container.name(), forwards)).distinct().toList();
    }

    private static DetailsPort of(PublishedPort port, String name, List<MachineReport.Port> forwards) {
        int published = Objects.requireNonNullElse(port.publicPort(), 0);
        String inside = port.privatePort() + "/" + port.type();
        return forwards.stream()
                .filter(forward -> forward.container().equals(name) && forward.containerPort() == port.privatePort()
                        && forward.transport().equals(port.type()) && forward.guestPort() == published)
                .findFirst()
                .map(forward -> new DetailsPort(inside, forward.hostPort(),
                        Objects.requireNonNullElse(forward.problem(), "")))
                .orElseGet(() -> new DetailsPort(inside, published, ""));
    }

    /** Whether a browser may be pointed at it. */
    boolean browsable() {
        return outside != 0 && inside.endsWith("/tcp");
    }

    /** Where a browser finds it. */
    String address() {
        return "http://localhost:" + outside;
    }
}
