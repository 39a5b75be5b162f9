// Keeps the host's ports in line with what containers publish, without being asked and without polling.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.RunningContainers;
import dev.wherry.engine.forward.PortRule.Protocol;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.worker.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards the TCP and UDP ports that running containers publish, and those of containers on the VM's own network. A list of
 * containers leads to listeners. While the engine is out of reach the listeners stay, and a connection to one waits for the guest to
 * come back.
 */
public final class PortForwards implements RunningContainers.Listener, AutoCloseable {

    /** Hears of changes. */
    @FunctionalInterface
    public interface Listener {

        /** Forwards began, ended, or changed their state. Called on the forwards' own thread, outside any lock. */
        void changed(List<PortForward> forwards);
    }

    /** How often a port that could not be listened on is tried again. */
    public static final Duration RETRY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(PortForwards.class);

    private final Listener listener;
    private final UdpPaths paths;
    private final ForwardTable table;
    private final HostNetworkPorts hostNetwork;
    private final Worker worker;
    private final Object lock = new Object();
    private @Nullable List<ContainerSummary> running; // guarded by lock, as are the next two; null until the first listing
    private PortPolicy policy;
    private boolean outdated;
    private boolean warned; // the worker's own, as is the next
    private boolean unled;

    private PortForwards(Guest guest, DatagramPorts datagrams, PortPolicy policy, String wherry,
            Listener listener) {
        this.policy = policy;
        this.listener = listener;
        this.paths = new UdpPaths(guest, datagrams);
        this.table = new ForwardTable(guest, paths, wherry);
        this.hostNetwork = new HostNetworkPorts(guest, this::renew);
        this.worker = Worker.start("port-forwards", this::work);
    }

    /**
     * Begins to forward the ports of containers that it will be told of.
     *
     * @param wherry the start of a command line about the machine
     */
    public static PortForwards start(Guest guest, DatagramPorts datagrams, PortPolicy policy, String wherry,
            Listener listener) {
        return new PortForwards(guest, datagrams, policy, wherry, listener);
    }

    @Override
    public void connected() {
        paths.forgetRules();
    }

    @Override
    public void listed(List<ContainerSummary> containers) {
        synchronized (lock) {
            running = containers;
        }
        renew();
    }

    /** Lets {@code wanted} hold from now on; connections through ports that it does not touch go on. */
    public void set(PortPolicy wanted) {
        synchronized (lock) {
            policy = wanted;
        }
        renew();
    }

    /** The forwards as they are right now, with their traffic. */
    public List<PortForward> snapshot() {
        return table.snapshot();
    }

    /** Ends all listeners and their connections. */
    @Override
    public void close() {
        worker.close();
        hostNetwork.close();
        table.close();
    }

    private void renew() {
        synchronized (lock) {
            outdated = true;
            lock.notifyAll();
        }
    }

    private void work() {
        try {
            List<PortForward> told = List.of();
            while (true) {
                if (awaitChange()) {
                    apply();
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

    // True when there is something new, false when only the conflicts are to be tried again.
    private boolean awaitChange() throws InterruptedException {
        long due = System.nanoTime() + RETRY.toNanos();
        synchronized (lock) {
            while (!outdated || running == null) {
                long left = due - System.nanoTime();
                boolean unfinished = unled || table.hasConflicts();
                if (unfinished && left <= 0) {
                    return unled;
                }
                lock.wait(unfinished ? 1 + left / 1_000_000 : 0);
            }
            outdated = false;
            return true;
        }
    }

    private void apply() throws InterruptedException {
        List<ContainerSummary> containers;
        PortPolicy rule;
        synchronized (lock) {
            containers = running == null ? List.of() : running;
            rule = policy;
        }
        boolean ipv6 = TcpListener.canListenOn(ForwardPlan.LOOPBACK_V6);
        SequencedMap<PortRule, String> rules = new ForwardPlan(rule, ipv6).of(hostNetwork.with(containers));
        rules.keySet().removeIf(one -> one.protocol() == Protocol.SCTP);
        unled = !lead(rules.keySet());
        table.apply(rules);
        warnOnce(rules);
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
            if (!unled) {
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
