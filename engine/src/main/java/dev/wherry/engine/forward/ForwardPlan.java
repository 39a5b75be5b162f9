// From what containers publish to which listeners the host should have. Nothing here touches the system.
package dev.wherry.engine.forward;

import static java.util.Comparator.comparing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.PublishedPort;
import dev.wherry.engine.forward.PortRule.Protocol;

/** Decides what to listen on. */
final class ForwardPlan {

    private static final InetAddress EVERYWHERE = new InetSocketAddress(0).getAddress();
    static final InetAddress LOOPBACK_V4 = InetAddress.ofLiteral("127.0.0.1");
    static final InetAddress LOOPBACK_V6 = InetAddress.ofLiteral("::1");

    private final PortPolicy policy;
    private final boolean ipv6;

    /** @param ipv6 whether the host has an IPv6 loopback address */
    ForwardPlan(PortPolicy policy, boolean ipv6) {
        this.policy = policy;
        this.ipv6 = ipv6;
    }

    /**
     * The rules for {@code containers}, with the name of each rule's container. The oldest container comes first, so that of
     * two that ask for the same port the same one always gets it.
     */
    SequencedMap<PortRule, String> of(List<ContainerSummary> containers) {
        SequencedMap<PortRule, String> rules = new LinkedHashMap<>();
        containers.stream().sorted(comparing(ContainerSummary::created).thenComparing(ContainerSummary::id))
                .forEach(container -> container.ports().stream()
                        // 0.0.0.0 before ::, so that a port published on both is dialled over IPv4
                        .sorted(Comparator.comparing((PublishedPort port) -> port.ip().contains(":")))
                        .forEach(port -> add(rules, container, port)));
        return rules;
    }

    private void add(SequencedMap<PortRule, String> rules, ContainerSummary container, PublishedPort port) {
        Integer published = port.publicPort();
        Optional<Protocol> protocol = protocol(port.type());
        if (published == null || protocol.isEmpty()) {
            return;
        }
        InetAddress address = InetAddress.ofLiteral(port.ip().isEmpty() ? "0.0.0.0" : port.ip());
        for (InetAddress on : hostAddresses(address, published)) {
            PortRule rule = new PortRule(protocol.get(), new InetSocketAddress(on, policy.hostPort(published)),
                    guestAddress(protocol.get(), address), published, port.privatePort(), container.id());
            if (rules.keySet().stream().noneMatch(other -> sameListener(other, rule))) {
                rules.put(rule, container.name());
            }
        }
    }

    // 0.0.0.0 and :: of one container make the same listeners; those of two containers are a conflict to be shown.
    private static boolean sameListener(PortRule a, PortRule b) {
        return a.protocol() == b.protocol() && a.listen().equals(b.listen()) && a.containerId().equals(b.containerId());
    }

    private static Optional<Protocol> protocol(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "tcp" -> Optional.of(Protocol.TCP);
            case "udp" -> Optional.of(Protocol.UDP);
            case "sctp" -> Optional.of(Protocol.SCTP);
            default -> Optional.empty();
        };
    }

    private List<InetAddress> hostAddresses(InetAddress published, int port) {
        if (published.isLoopbackAddress()) {
            return List.of(published); // exactly there, as on Linux
        }
        if (policy.isOpen(port)) {
            return List.of(EVERYWHERE);
        }
        return ipv6 ? List.of(LOOPBACK_V4, LOOPBACK_V6) : List.of(LOOPBACK_V4);
    }

    // The engine listens in the guest on the address that was published; everywhere includes loopback.
    private static String guestAddress(Protocol protocol, InetAddress published) {
        if (protocol == Protocol.UDP || !published.isAnyLocalAddress()) {
            return published.getHostAddress();
        }
        return published.getAddress().length == 4 ? "127.0.0.1" : "::1";
    }
}
