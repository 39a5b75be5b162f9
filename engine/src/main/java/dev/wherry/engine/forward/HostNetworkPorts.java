// The ports of containers that use the VM's own network, which the engine does not list.
package dev.wherry.engine.forward;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.PublishedPort;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.StandingCommand;
import dev.wherry.engine.host.linux.ProcAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows which TCP and UDP ports those containers listen on, while there are any. One command runs in the guest for it; a line to it
 * is one look at the kernel's tables of sockets, and it answers only when they have changed (decision 0723).
 */
final class HostNetworkPorts implements AutoCloseable {

    /** How often the guest is asked to look. */
    static final Duration PACE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(HostNetworkPorts.class);
    private static final String NETWORK = "host";
    private static final int WORDS = 3;

    private final Guest guest;
    private final Runnable changed;
    private final GuestCommand command;
    private @Nullable Following following; // guarded by this, as is the next
    private Map<String, List<PublishedPort>> known = Map.of();

    /** @param changed is called, from any thread, when {@link #with} has something new to tell */
    HostNetworkPorts(Guest guest, Runnable changed) {
        this(guest, changed, "/proc");
    }

    HostNetworkPorts(Guest guest, Runnable changed, String proc) {
        this.guest = guest;
        this.changed = changed;
        this.command = GuestCommand.of(ListenerScript.reading(proc));
    }

    /** The same containers, those on the VM's network with the ports that they listen on. Begins to follow these, or stops. */
    List<ContainerSummary> with(List<ContainerSummary> containers) {
        if (containers.stream().noneMatch(HostNetworkPorts::isOnIt)) {
            close();
            return containers;
        }
        Map<String, List<PublishedPort>> ports = follow();
        return containers.stream().map(container -> isOnIt(container)
                ? container.withPorts(ports.getOrDefault(container.id(), List.of()))
                : container).toList();
    }

    private static boolean isOnIt(ContainerSummary container) {
        return container.networks().contains(NETWORK);
    }

    private synchronized Map<String, List<PublishedPort>> follow() {
        if (following == null) {
            following = new Following();
        }
        return known;
    }

    /** Stops following. */
    @Override
    public void close() {
        Following ending;
        synchronized (this) {
            ending = following;
            following = null;
            known = Map.of();
        }
        if (ending != null) {
            ending.close();
        }
    }

    private void heard(Map<String, List<PublishedPort>> ports) {
        synchronized (this) {
            if (following == null || ports.equals(known)) {
                return;
            }
            known = Map.copyOf(ports);
        }
        changed.run();
    }

    /** The command in the guest, and who asks it. */
    private final class Following implements AutoCloseable {

        private final StandingCommand looking = new StandingCommand("ports on the VM's network", guest, command,
                this::hear);
        private final Thread asking = Thread.ofVirtual().name("host-network").start(this::ask);

        private void ask() {
            try {
                while (true) {
                    looking.say("");
                    Thread.sleep(PACE);
                }
            } catch (InterruptedException e) {
                LOG.debug("No container is on the VM's network any more");
            }
        }

        private void hear(String answer) {
            Map<String, List<PublishedPort>> ports = new HashMap<>();
            String[] words = answer.split(" ", -1);
            try {
                for (int i = 0; i + WORDS <= words.length; i += WORDS) {
                    List<PublishedPort> ofContainer = ports.computeIfAbsent(words[i + 2], _ -> new ArrayList<>());
                    port(words[i], ProcAddress.parse(words[i + 1])).ifPresent(ofContainer::add);
                }
                heard(ports);
            } catch (IllegalArgumentException e) {
                LOG.debug("The guest's answer about its listening ports: {}", e.getMessage());
            }
        }

        @Override
        public void close() {
            asking.interrupt();
            looking.close();
        }
    }

    // A UDP socket on [::] takes IPv4 too unless its program has asked for it not to, and no other way leads there.
    private static Optional<PublishedPort> port(String protocol, InetSocketAddress socket) {
        InetAddress address = socket.getAddress();
        PublishedPort there = new PublishedPort(address.getHostAddress(), socket.getPort(), socket.getPort(), protocol);
        if (!protocol.equals("udp")) {
            return Optional.of(there);
        }
        if (address.isAnyLocalAddress()) {
            return Optional.of(new PublishedPort(UdpTarget.EVERYWHERE, socket.getPort(), socket.getPort(), protocol));
        }
        return address instanceof Inet4Address && !address.isMulticastAddress() ? Optional.of(there) : Optional.empty();
    }
}
