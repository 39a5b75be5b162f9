// The packet filter rules in the guest that lead to the host.
package dev.wherry.engine.names;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wherry.engine.guest.PacketRules;

/**
 * Commands for the guest's shell. The guest and every container, those of docker's own name server included, ask 10.0.2.3, QEMU's; rules
 * lead these questions to the host's loopback, which is 10.0.2.2 there. The rules go when the connection does, however it ends, and QEMU
 * answers again.
 *
 * <p>Where the host's loopback is closed, the rules for that stay until the guest ends. DOCKER-USER is the one chain of the engine's in
 * which it leaves rules of others alone, and which goes before its own. What the guest itself begins to 10.0.2.4 and the agent leads to
 * the shared folders goes through; while no agent is there it waits, as it does otherwise.
 */
final class GuestRules {

    private GuestRules() {
    }

    /** Leads questions for names to {@code port} of the host's loopback, all of which is open to containers. */
    static String open(int port) {
        return PacketRules.whileConnected(PacketRules.table("nat", led(port)));
    }

    /**
     * The same where nothing else of the host's loopback is open to containers.
     *
     * @param others ports that are all the same
     */
    static String closed(int port, Set<Integer> others) {
        String exceptions = others.stream().sorted()
                .map(other -> "-A WHERRY-HOST -d 10.0.2.2/32 -p tcp --dport " + other + " -j RETURN\n")
                .collect(Collectors.joining());
        Stream<String> letThrough = Stream.of("udp", "tcp")
                .map(by -> "-I WHERRY-HOST -d 10.0.2.2/32 -p %s --dport %d -j RETURN".formatted(by, port));
        return """
                iptables -w 10 -nL WHERRY-HOST >/dev/null 2>&1 || {
                iptables -w 10 -N DOCKER-USER 2>/dev/null
                iptables-restore -w 10 -n <<'END'
                *filter
                :WHERRY-HOST - [0:0]
                -A WHERRY-HOST -d 10.0.2.3/32 -p udp --dport 53 -j RETURN
                -A WHERRY-HOST -d 10.0.2.3/32 -p tcp --dport 53 -j RETURN
                -A WHERRY-HOST -m conntrack --ctstate DNAT --ctorigdst 10.0.2.4/32 -j RETURN
                %s-A WHERRY-HOST -j REJECT
                -I OUTPUT -o eth0 -d 10.0.2.0/24 -m conntrack --ctstate NEW -j WHERRY-HOST
                -I OUTPUT -d 10.0.2.4/32 -j DROP
                -I DOCKER-USER -d 10.0.2.0/24 -m conntrack --ctstate NEW -j WHERRY-HOST
                COMMIT
                END
                } || exit
                """.formatted(exceptions)
                + PacketRules.whileConnected(
                        PacketRules.table("filter", letThrough.toList()) + PacketRules.table("nat", led(port)));
    }

    private static List<String> led(int port) {
        return Stream.of("PREROUTING", "OUTPUT")
                .flatMap(chain -> Stream.of("udp", "tcp").map(
                        by -> "-I %s -d 10.0.2.3/32 -p %s --dport 53 -j DNAT --to-destination 10.0.2.2:%d"
                                .formatted(chain, by, port)))
                .toList();
    }
}
