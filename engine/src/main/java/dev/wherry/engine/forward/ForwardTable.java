// The listeners that there are, brought in line with those that there should be.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

import dev.wherry.engine.forward.PortForward.State;
import dev.wherry.engine.forward.PortRule.Protocol;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.host.PortHolder;
import dev.wherry.engine.host.ports.HostPorts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds an active forward, or the reason why there is none, for each rule. One whose rule stays is not touched. */
final class ForwardTable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardTable.class);

    private static final PortHolder HOLDERS = HostPorts.ofHost();

    private static final Duration UDP_PACE = Duration.ofSeconds(5);

    private final Guest guest;
    private final UdpPaths paths;
    private final String wherry;
    private @Nullable UdpLoop udp; // guarded by this; begins with the first UDP port
    private final Map<PortRule, Entry> entries = new LinkedHashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    /**
     * Of the machine with this guest.
     *
     * @param wherry the start of a command line about it
     */
    ForwardTable(Guest guest, UdpPaths paths, String wherry) {
        this.guest = guest;
        this.paths = paths;
        this.wherry = wherry;
    }

    /** Ends what is no longer wanted, then begins what is new. */
    synchronized void apply(SequencedMap<PortRule, String> wanted) {
        if (closed) {
            return;
        }
        for (Iterator<Entry> present = entries.values().iterator(); present.hasNext();) {
            Entry entry = present.next();
            if (!wanted.containsKey(entry.rule)) {
                present.remove();
                entry.close();
            }
        }
        wanted.forEach((rule, name) -> {
            Entry entry = entries.computeIfAbsent(rule, Entry::new);
            entry.containerName = name;
            entry.listen();
        });
    }

    /** Lets the clients of all UDP ports begin anew. */
    synchronized void forgetUdpClients() {
        for (Entry entry : entries.values()) {
            if (entry.forwarder instanceof UdpRelay relay) {
                relay.forgetClients();
            }
        }
    }

    /** Tries again what could not be listened on. */
    synchronized void retry() {
        entries.values().forEach(Entry::listen);
    }

    synchronized boolean hasConflicts() {
        return entries.values().stream().anyMatch(entry -> entry.forwarder == null);
    }

    synchronized List<PortForward> snapshot() {
        List<PortForward> forwards = new ArrayList<>();
        entries.values().forEach(entry -> forwards.add(entry.status()));
        return forwards;
    }

    /** Ends all; nothing begins any more. */
    @Override
    public synchronized void close() {
        closed = true;
        entries.values().forEach(Entry::close);
        entries.clear();
        UdpLoop loop = udp;
        if (loop != null) {
            try {
                loop.close();
            } catch (IOException e) {
                LOG.warn("The UDP ports did not close cleanly: {}", e.getMessage());
            }
        }
    }

    private synchronized UdpLoop udp() throws IOException {
        UdpLoop loop = udp;
        if (loop == null) {
            loop = UdpLoop.start(UDP_PACE);
            udp = loop;
        }
        return loop;
    }

    private final class Entry {

        private final PortRule rule;
        private String containerName = "";
        private String conflict = "";
        private boolean holderSought;
        private Optional<PortHolder.Program> holder = Optional.empty();
        private @Nullable ActiveForward forwarder;

        Entry(PortRule rule) {
            this.rule = rule;
        }

        void listen() {
            if (forwarder != null) {
                return;
            }
            try {
                forwarder = rule.protocol() == Protocol.UDP ? startUdp() : startTcp();
                LOG.info("Port {}/{} of container {} is on {}", rule.containerPort(), rule.transport().text(),
                        containerName, BindFailure.text(rule.listen()));
            } catch (IOException e) {
                fail(reason(e));
            }
        }

        private ActiveForward startTcp() throws IOException {
            return Forwarder.start(TcpListener.bind(rule.listen()),
                    from -> guest.openTcp(rule.guestAddress(), rule.guestPort()));
        }

        private ActiveForward startUdp() throws IOException {
            OptionalInt inside = paths.hostPort(rule.udpTarget());
            if (inside.isEmpty()) {
                throw new NoPathException(rule);
            }
            return UdpRelay.start(udp(), rule.listen(),
                    new InetSocketAddress(ForwardPlan.LOOPBACK_V4, inside.getAsInt()), UdpRelay.IDLE);
        }

        private String reason(IOException failure) {
            if (failure instanceof NoPathException) {
                return String.valueOf(failure.getMessage());
            }
            for (Entry other : entries.values()) {
                if (other.forwarder != null && other.rule.protocol() == rule.protocol()
                        && other.rule.listen().equals(rule.listen())) {
                    return BindFailure.text(rule.listen()) + " belongs to container " + other.containerName
                            + ", which publishes the same port on another address. Publish another port for one of them";
                }
            }
            return BindFailure.explain(rule, failure,
                    BindFailure.isConflict(failure) ? holder() : Optional.empty(), NextFreePort.insteadOf(rule),
                    wherry);
        }

        // Asked for once, not with every attempt: it takes a look at each open file of each process.
        private Optional<PortHolder.Program> holder() {
            boolean gone = holder.filter(known -> ProcessHandle.of(known.pid()).isEmpty()).isPresent();
            if (gone || !holderSought) {
                holder = HOLDERS.of(rule.transport(), rule.listen());
                holderSought = true;
            }
            return holder;
        }

        private void fail(String reason) {
            if (!reason.equals(conflict)) {
                LOG.warn("Port {} of container {} is not reachable: {}", rule.containerPort(), containerName, reason);
            }
            conflict = reason;
        }

        PortForward status() {
            ActiveForward running = forwarder;
            return new PortForward(rule.containerId(), containerName, rule.transport(), rule.listen(),
                    rule.guestPort(), rule.containerPort(),
                    running == null ? new State.Conflict(conflict) : new State.Listening(),
                    running == null ? Traffic.NONE : running.traffic());
        }

        void close() {
            ActiveForward running = forwarder;
            if (running == null) {
                return;
            }
            try {
                running.close();
            } catch (IOException e) {
                LOG.warn("{} did not close cleanly: {}", BindFailure.text(rule.listen()), e.getMessage());
            }
        }
    }
}
