// Which folders of the host the containers of a machine work in.
package dev.wherry.engine.machine;

import java.util.List;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.RunningContainers;
import dev.wherry.engine.share.Shares;

/** Has the folders watched that running containers mount, and no others: somebody's whole home would be too much. */
record BoundFolders(Shares shares) implements RunningContainers.Listener {

    @Override
    public void listed(List<ContainerSummary> running) {
        shares.watch(running.stream().flatMap(container -> container.binds().stream()).toList());
    }
}
