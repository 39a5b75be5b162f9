// The way from the guest to the server of shared folders.
package dev.wherry.engine.share;

import java.util.List;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.PacketRules;
import dev.wherry.engine.guest.StandingCommand;

/**
 * The guest's sshfs connects to one address at all times, 10.0.2.4:22, which is nobody's. As long as an agent is connected, this leads
 * from there to the agent's port on the host's loopback. While there is none, packets to it are dropped, so that programs which use a
 * share wait for the next agent in place of failing.
 *
 * <p>Only the guest itself gets to that port. A container with a network of its own comes by FORWARD, of which the engine leaves the table
 * mangle alone; one with the guest's network is known by its control group.
 */
final class ShareRoute {

    private static final String ADDRESS = "10.0.2.4/32";

    private ShareRoute() {
    }

    /** Leads to {@code port} of the host's loopback for as long as there is a connection, until the command is closed. */
    static StandingCommand to(int port, Guest guest) {
        String first = """
                mkdir -p /sys/fs/cgroup/docker || exit
                mark=/run/wherry/share-route
                [ -e $mark ] || { iptables -w 10 -I OUTPUT -d %s -j DROP && : >$mark; } || exit
                """.formatted(ADDRESS);
        String server = "-d 10.0.2.2/32 -p tcp --dport " + port;
        String rules = PacketRules.table("mangle", List.of("-I FORWARD " + server + " -j DROP"))
                + PacketRules.table("filter", List.of("-I OUTPUT " + server + " -m cgroup --path docker -j REJECT"))
                + PacketRules.table("nat", List.of(
                        "-I OUTPUT -d " + ADDRESS + " -p tcp --dport 22 -j DNAT --to-destination 10.0.2.2:" + port));
        return new StandingCommand("way to shared folders", guest,
                GuestCommand.of(first + PacketRules.whileConnected(rules)));
    }
}
