// A line of the list.
package dev.wherry.app.window.containers;

import java.util.List;

/** A container, or a Compose project with its containers. */
public sealed interface ContainerEntry permits ContainerRow, ContainerGroup {

    /** What it is told apart by, for as long as it exists. */
    String key();

    /** What it is called. */
    String name();

    /** The containers in it, at least one. */
    List<ContainerRow> rows();
}
