// The ports of containers that use the VM's own network, which the engine does not list.
package dev.wherry.engine.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.PublishedPort;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.host.linux.ProcAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows which TCP ports those containers listen on, while there are any. One command runs in the guest for it; a line to it is one
 * look at the kernel's table of sockets, and it answers only when that has changed (decision 0723).
 */
final class HostNetworkPorts implements AutoCloseable {

    /** How often the guest is asked to look. */
    static final Duration PACE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(HostNetworkPorts.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final String NETWORK = "host";

    private final Guest guest;
    private final Runnable changed;
    private final String command;
    private @Nullable Thread follower; // guarded by this, as is the next
    private Map<String, List<PublishedPort>> known = Map.of();

    /** @param changed is called, from any thread, when {@link #with} has something new to tell */
    HostNetworkPorts(Guest guest, Runnable changed) {
        this(guest, changed, "/proc");
    }

    HostNetworkPorts(Guest guest, Runnable changed, String proc) {
        this.guest = guest;
        this.changed = changed;
        this.command = ListenerScript.reading(proc);
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
        if (follower == null) {
            follower = Thread.ofVirtual().name("host-network").start(this::run);
        }
        return known;
    }

    /** Stops following. */
    @Override
    public synchronized void close() {
        Thread running = follower;
        if (running != null) {
            running.interrupt();
            follower = null;
        }
        known = Map.of();
    }

    private void run() {
        try {
            while (true) {
                try (GuestProcess process = guest.start(GuestCommand.of(command))) {
                    Thread reader = Thread.ofVirtual().name("host-network-reader").start(() -> read(process));
                    ask(process, reader);
                } catch (IOException e) {
                    LOG.debug("The guest's listening ports cannot be followed: {}", e.getMessage());
                }
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            LOG.debug("No container is on the VM's network any more");
        }
    }

    private static void ask(GuestProcess process, Thread reader) throws IOException, InterruptedException {
        try (OutputStream in = process.stdin()) {
            do {
                in.write('\n');
                in.flush();
            } while (!reader.join(PACE));
        }
    }

    // Each answer is a line for each port, "ADDRESS:PORT CONTAINER", and a full stop.
    private void read(GuestProcess process) {
        Map<String, List<PublishedPort>> ports = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.stdout(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                if (words.length == 2) {
                    ports.computeIfAbsent(words[1], _ -> new ArrayList<>()).add(port(words[0]));
                } else {
                    tell(ports);
                    ports = new HashMap<>();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("The guest's answer about its listening ports: {}", e.getMessage());
        }
    }

    private static PublishedPort port(String text) {
        InetSocketAddress address = ProcAddress.parse(text);
        return new PublishedPort(address.getAddress().getHostAddress(), address.getPort(), address.getPort(), "tcp");
    }

    private void tell(Map<String, List<PublishedPort>> ports) {
        synchronized (this) {
            if (follower == null || ports.equals(known)) {
                return;
            }
            known = Map.copyOf(ports);
        }
        changed.run();
    }
}
