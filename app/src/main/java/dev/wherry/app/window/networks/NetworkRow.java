// One line of the list of networks.
package dev.wherry.app.window.networks;

import java.util.List;
import java.util.stream.Stream;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.NetworkSummary;

/**
 * A network.
 *
 * @param id         64 hexadecimal digits
 * @param name       its name
 * @param driver     such as {@code bridge}
 * @param subnets    its addresses, as in {@code 172.18.0.0/16}
 * @param internal   whether it has no way out
 * @param predefined whether the engine always has it
 * @param users      names of the containers on it, those that are stopped too
 */
public record NetworkRow(String id, String name, String driver, List<String> subnets, boolean internal,
        boolean predefined, List<String> users) {

    public NetworkRow {
        subnets = List.copyOf(subnets);
        users = List.copyOf(users);
    }

    static NetworkRow of(NetworkSummary network, List<ContainerSummary> containers) {
        return new NetworkRow(network.id(), network.name(), network.driver(), network.subnets(), network.internal(),
                network.predefined(),
                network.users(containers).stream().map(ContainerSummary::name).sorted().toList());
    }

    Stream<String> words() {
        return Stream.of(Stream.of(name, driver), subnets.stream(), users.stream()).flatMap(words -> words);
    }
}
