// The listeners that there are, brought in line with those that there should be.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import dev.wherry.engine.forward.PortForward.State;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.host.PortHolder;
import dev.wherry.engine.host.ports.HostPorts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a listener, or the reason why there is none, for each rule. A listener whose rule stays is not touched. */
final class ForwardTable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardTable.class);

    private static final PortHolder HOLDERS = HostPorts.ofHost();

    private final Guest guest;
    private final Map<PortRule, Entry> entries = new LinkedHashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    ForwardTable(Guest guest) {
        this.guest = guest;
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
    }

    private final class Entry {

        private final PortRule rule;
        private String containerName = "";
        private String conflict = "";
        private boolean holderSought;
        private Optional<PortHolder.Program> holder = Optional.empty();
        private @Nullable Forwarder forwarder;

        Entry(PortRule rule) {
            this.rule = rule;
        }

        void listen() {
            if (forwarder != null) {
                return;
            }
            try {
                forwarder = Forwarder.start(TcpListener.bind(rule.listen()),
                        () -> guest.openTcp(rule.guestAddress(), rule.guestPort()));
                LOG.info("Port {} of container {} is on {}", rule.containerPort(), containerName,
                        BindFailure.text(rule.listen()));
            } catch (IOException e) {
                fail(reason(e));
            }
        }

        private String reason(IOException failure) {
            for (Entry other : entries.values()) {
                if (other.forwarder != null && other.rule.listen().equals(rule.listen())) {
                    return BindFailure.text(rule.listen()) + " belongs to container " + other.containerName
                            + ", which publishes the same port on another address. Publish another port for one of them";
                }
            }
            return BindFailure.explain(rule.listen(), failure,
                    BindFailure.isConflict(failure) ? holder() : Optional.empty());
        }

        // Asked for once, not with every attempt: it takes a look at each open file of each process.
        private Optional<PortHolder.Program> holder() {
            boolean gone = holder.filter(known -> ProcessHandle.of(known.pid()).isEmpty()).isPresent();
            if (gone || !holderSought) {
                holder = HOLDERS.of(rule.listen());
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
            Forwarder running = forwarder;
            return new PortForward(rule.containerId(), containerName, rule.listen(), rule.guestPort(),
                    rule.containerPort(),
                    running == null ? new State.Conflict(conflict) : new State.Listening(),
                    running == null ? Traffic.NONE : running.traffic());
        }

        void close() {
            Forwarder running = forwarder;
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
