// The ways of datagrams from the host's loopback to what containers publish in the guest.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommands;

/**
 * Keeps one way for each published UDP port: from a port on 127.0.0.1 through the VM's network to a port of the guest's card that
 * nobody else uses, and from there by the guest's packet filter to the published one (decision 0721). What an earlier agent left
 * is used again, or taken away. Not for several threads at once, except {@link #hostPort} and {@link #forgetRules}.
 */
final class UdpPaths {

    /** The guest's ports from here on are ours: its own programs and connections end below. */
    static final int FIRST = 61_000;
    private static final int LAST = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Guest guest;
    private final DatagramPorts ports;
    private final Map<UdpTarget, Integer> guestPorts = new TreeMap<>(
            Comparator.comparing(UdpTarget::address).thenComparingInt(UdpTarget::port));
    private final Map<UdpTarget, Integer> hostPorts = new ConcurrentHashMap<>();
    private boolean looked;
    private volatile boolean ruled;

    UdpPaths(Guest guest, DatagramPorts ports) {
        this.guest = guest;
        this.ports = ports;
    }

    /** The guest may have rebooted: its packet filter is to be told everything again. */
    void forgetRules() {
        ruled = false;
    }

    /** The port on 127.0.0.1 that leads to {@code target}; empty while there is no way. */
    OptionalInt hostPort(UdpTarget target) {
        Integer port = hostPorts.get(target);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /**
     * Makes the ways to {@code wanted}, and ends all others.
     *
     * @return whether the guest had forgotten its rules: what clients have sent meanwhile went astray, and its kernel goes on
     *         sending there what comes from the same sockets
     * @throws IOException when a part of it failed; the next call goes on with the rest
     */
    boolean set(Set<UdpTarget> wanted) throws IOException, InterruptedException {
        Set<UdpTarget> reachable = wanted.stream().filter(UdpTarget::isReachable).collect(Collectors.toSet());
        if (looked && hostPorts.keySet().equals(reachable) && (ruled || reachable.isEmpty())) {
            return false;
        }
        boolean forgotten = !ruled;
        Map<Integer, Integer> open = ours();
        guestPorts.keySet().retainAll(reachable);
        guestPorts.values().retainAll(open.keySet());
        hostPorts.keySet().retainAll(reachable);
        if (assign(reachable, open.keySet())) {
            open = ours();
        }
        if (!reachable.isEmpty()) {
            rule();
        }
        for (Map.Entry<UdpTarget, Integer> path : guestPorts.entrySet()) {
            Integer host = open.remove(path.getValue());
            if (host != null) {
                hostPorts.put(path.getKey(), host);
            }
        }
        for (int left : open.values()) {
            ports.close(left);
        }
        looked = true;
        return forgotten;
    }

    private Map<Integer, Integer> ours() throws IOException {
        Map<Integer, Integer> open = new TreeMap<>(ports.open());
        open.keySet().removeIf(port -> port < FIRST);
        return open;
    }

    /** Finds a port of the guest for each; true when one had to be opened. */
    private boolean assign(Set<UdpTarget> wanted, Set<Integer> open) throws IOException {
        Set<Integer> taken = new HashSet<>(guestPorts.values());
        Deque<Integer> spare = new ArrayDeque<>(open.stream().filter(port -> !taken.contains(port)).toList());
        int next = FIRST;
        boolean opened = false;
        for (UdpTarget target : wanted) {
            if (guestPorts.containsKey(target)) {
                continue;
            }
            Integer port = spare.poll();
            if (port == null) {
                while (taken.contains(next) || open.contains(next)) {
                    next++;
                }
                if (next > LAST) {
                    throw new IOException("more than " + (LAST - FIRST + 1) + " UDP ports are published");
                }
                port = next;
                ports.open(port);
                opened = true;
            }
            taken.add(port);
            guestPorts.put(target, port);
        }
        return opened;
    }

    private void rule() throws IOException, InterruptedException {
        String rules = guestPorts.entrySet().stream()
                .map(path -> "-A WHERRY " + path.getKey().rule(path.getValue()) + "\n").collect(Collectors.joining());
        ruled = true; // before: a reboot in the meantime is not to be missed
        try {
            // Packets for an address of the guest's loopback are refused on a card unless it is told otherwise. Nobody but the
            // host is on that network.
            GuestCommands.run(guest, """
                    echo 1 >/proc/sys/net/ipv4/conf/eth0/route_localnet && iptables-restore -w --noflush <<'END' &&
                    *nat
                    :WHERRY -
                    %sCOMMIT
                    END
                    { iptables -w -t nat -C PREROUTING -i eth0 -j WHERRY 2>/dev/null ||
                      iptables -w -t nat -I PREROUTING -i eth0 -j WHERRY; }
                    """.formatted(rules), PATIENCE);
        } catch (IOException e) {
            ruled = false;
            throw new IOException("the guest's packet filter did not take the rules for UDP", e);
        }
    }
}
