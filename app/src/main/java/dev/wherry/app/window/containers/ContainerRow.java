// A container in the list.
package dev.wherry.app.window.containers;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.wherry.app.desk.ContainerActions;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.ContainerSummary;

/**
 * A container.
 *
 * @param id      its id
 * @param name    its name
 * @param project its Compose project; empty when it has none
 * @param image   its image's name
 * @param state   how it is
 * @param since   since when it is so
 * @param ports   its ports, the published ones first
 */
public record ContainerRow(String id, String name, String project, String image, ContainerState state, Instant since,
        List<PortLink> ports) implements ContainerEntry {

    public ContainerRow {
        ports = List.copyOf(ports);
    }

    static ContainerRow of(ContainerSummary container, Instant since) {
        return new ContainerRow(container.id(), container.name(),
                Objects.requireNonNullElse(container.composeProject(), ""), container.image(),
                ContainerState.of(container.state(), container.status()), since, PortLink.of(container));
    }

    /** The same with what is known of its forwards. */
    ContainerRow with(List<MachineReport.Port> forwards) {
        return new ContainerRow(id, name, project, image, state, since,
                ports.stream().map(port -> port.with(name, forwards)).toList());
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public List<ContainerRow> rows() {
        return List.of(this);
    }

    /** What it is called among the others of its project, where the project's name need not be said again. */
    String label() {
        boolean prefixed = !project.isEmpty() && name.length() > project.length() + 1 && name.startsWith(project)
                && "-_".indexOf(name.charAt(project.length())) >= 0;
        return prefixed ? name.substring(project.length() + 1) : name;
    }

    /** What the actions need to know of it. */
    ContainerActions.Target target() {
        return new ContainerActions.Target(id, name, state.name());
    }
}
