// Keeps the host's ports in line with what containers publish, without being asked and without polling.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.EngineEvent;
import dev.wherry.engine.docker.EngineEvents;
import dev.wherry.engine.forward.PortRule.Protocol;
import dev.wherry.engine.guest.Guest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards the TCP and UDP ports that running containers publish, and the TCP ports of those on the VM's own network. Events of the engine, and each new connection to it, lead to a
 * listing; the listing leads to listeners. While the engine is out of reach the listeners stay, and a connection to one waits
 * for the guest to come back.
 */
public final class PortForwards implements AutoCloseable {

    /** Hears of changes. */
    @FunctionalInterface
    public interface Listener {

        /** Forwards began, ended, or changed their state. Called on the forwards' own thread, outside any lock. */
        void changed(List<PortForward> forwards);
    }

    /** How often a port that could not be listened on is tried again. */
    public static final Duration RETRY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(PortForwards.class);
    private static final Duration END = Duration.ofSeconds(5);
    // What may change the listing's ports or names. Without this filter every health check would be an event.
    private static final Map<String, List<String>> EVENTS = Map.of(
            "type", List.of("container", "network"),
            "event", List.of("start", "die", "destroy", "rename", "connect", "disconnect"));

    private final EngineClient engine;
    private volatile PortPolicy policy;
    private final Listener listener;
    private final UdpPaths paths;
    private final ForwardTable table;
    private final HostNetworkPorts hostNetwork;
    private final Thread worker;
    private final Object lock = new Object();
    private boolean outdated; // guarded by lock
    private boolean warned; // the worker's own, as is the next
    private boolean listingFailed;
    private volatile OptionalInt containers = OptionalInt.empty();
    private final EngineEvents events;

    private PortForwards(EngineClient engine, Guest guest, DatagramPorts datagrams, PortPolicy policy,
            Listener listener) {
        this.engine = engine;
        this.policy = policy;
        this.listener = listener;
        this.paths = new UdpPaths(guest, datagrams);
        this.table = new ForwardTable(guest, paths);
        this.hostNetwork = new HostNetworkPorts(guest, this::relist);
        this.worker = Thread.ofVirtual().name("port-forwards").start(this::work);
        this.events = EngineEvents.follow(engine, EVENTS, new EngineEvents.Listener() {
            @Override
            public void connected() {
                paths.forgetRules();
                relist();
            }

            @Override
            public void happened(EngineEvent event) {
                relist();
            }
        });
    }

    /** Begins to forward; the engine may be out of reach as yet. */
    public static PortForwards start(EngineClient engine, Guest guest, DatagramPorts datagrams, PortPolicy policy,
            Listener listener) {
        return new PortForwards(engine, guest, datagrams, policy, listener);
    }

    /** Lets {@code wanted} hold from now on; connections through ports that it does not touch go on. */
    public void set(PortPolicy wanted) {
        policy = wanted;
        relist();
    }

    /** The forwards as they are right now, with their traffic. */
    public List<PortForward> snapshot() {
        return table.snapshot();
    }

    /** How many containers run, paused ones included; empty while that is not known. */
    public OptionalInt runningContainers() {
        return containers;
    }

    /** Looks anew at what is published, in the background: an event may have been lost. */
    public void refresh() {
        relist();
    }

    /** Ends all listeners and their connections. */
    @Override
    public void close() {
        events.close();
        worker.interrupt();
        try {
            if (!worker.join(END)) {
                LOG.warn("The port forwards did not end within {} s", END.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hostNetwork.close();
        table.close();
    }

    private void relist() {
        synchronized (lock) {
            outdated = true;
            lock.notifyAll();
        }
    }

    private void work() {
        try {
            List<PortForward> told = List.of();
            while (true) {
                if (awaitListing()) {
                    list();
                } else {
                    table.retry();
                }
                List<PortForward> now = table.snapshot();
                if (!withoutTraffic(now).equals(withoutTraffic(told))) {
                    tell(now);
                    told = now;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The port forwards end");
        }
    }

    // True when a listing is due, false when only the conflicts are to be tried again. Events that come while a
    // listing is under way make one more listing together, however many they are.
    private boolean awaitListing() throws InterruptedException {
        long due = System.nanoTime() + RETRY.toNanos();
        synchronized (lock) {
            while (!outdated) {
                long left = due - System.nanoTime();
                boolean unfinished = listingFailed || table.hasConflicts();
                if (unfinished && left <= 0) {
                    return listingFailed;
                }
                lock.wait(unfinished ? 1 + left / 1_000_000 : 0);
            }
            outdated = false;
            return true;
        }
    }

    private void list() throws InterruptedException {
        try {
            boolean ipv6 = TcpListener.canListenOn(ForwardPlan.LOOPBACK_V6);
            List<ContainerSummary> running = engine.containers(false);
            containers = OptionalInt.of(running.size());
            SequencedMap<PortRule, String> rules = new ForwardPlan(policy, ipv6).of(hostNetwork.with(running));
            rules.keySet().removeIf(rule -> rule.protocol() == Protocol.SCTP);
            boolean led = lead(rules.keySet());
            table.apply(rules);
            warnOnce(rules);
            listingFailed = !led;
        } catch (IOException e) {
            containers = OptionalInt.empty();
            if (!listingFailed) {
                LOG.warn("The published ports could not be listed; the forwards stay as they are: {}", e.getMessage());
            }
            listingFailed = true;
        }
    }

    private void warnOnce(SequencedMap<PortRule, String> rules) {
        boolean open = rules.keySet().stream().anyMatch(rule -> rule.listen().getAddress().isAnyLocalAddress());
        if (open && !warned) {
            LOG.warn("Ports are open to other computers of your network, as the setting \"ports\" has it");
        }
        warned = open;
    }

    private boolean lead(Set<PortRule> rules) throws InterruptedException {
        try {
            if (paths.set(rules.stream().filter(rule -> rule.protocol() == Protocol.UDP).map(PortRule::udpTarget)
                    .collect(Collectors.toSet()))) {
                table.forgetUdpClients();
            }
            return true;
        } catch (IOException e) {
            if (!listingFailed) {
                LOG.warn("Not all UDP ports lead into the VM: {}", e.getMessage());
            }
            return false;
        }
    }

    private void tell(List<PortForward> forwards) {
        try {
            listener.changed(forwards);
        } catch (RuntimeException e) {
            LOG.error("A listener to the port forwards failed", e);
        }
    }

    private static List<PortForward> withoutTraffic(List<PortForward> forwards) {
        return forwards.stream().map(forward -> forward.with(Traffic.NONE)).toList();
    }
}
