// Names for one guest: the server that it asks, and the way there.
package dev.wherry.engine.names;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.StandingCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a guest and its containers find what this computer finds, and this computer itself as {@code host.docker.internal}. Where that fails
 * QEMU's own name server goes on answering.
 */
public final class Names implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Names.class);

    private final Guest guest;
    private final @Nullable Set<Integer> openPorts;
    private @Nullable HostLookup lookup;
    private @Nullable NameServer server;
    private @Nullable StandingCommand rules;

    /**
     * For {@code guest}; nothing happens before {@link #start}.
     *
     * @param openPorts the only ports of the host's loopback that containers may reach besides; null for all of them
     */
    public Names(Guest guest, @Nullable Set<Integer> openPorts) {
        this.guest = guest;
        this.openPorts = openPorts == null ? null : Set.copyOf(openPorts);
    }

    /** Begins to answer, and to lead the guest's questions here for as long as there is a connection. Does not wait. */
    public synchronized void start() {
        try {
            HostLookup asked = new HostLookup();
            lookup = asked;
            NameServer answering = NameServer.start(new Answers(asked, Upstream.ofHost()));
            server = answering;
            int port = answering.port();
            String line = openPorts == null ? GuestRules.open(port) : GuestRules.closed(port, openPorts);
            rules = new StandingCommand("names for the guest", guest, GuestCommand.of(line));
        } catch (IOException e) {
            LOG.warn("Tried to serve names to the guest but failed because {}", e.getMessage());
        }
    }

    /** Returns when the guest's questions come here or cannot, and at the latest after {@code deadline}. */
    public void awaitReady(Duration deadline) throws InterruptedException {
        StandingCommand waited;
        synchronized (this) {
            waited = rules;
        }
        if (waited != null) {
            waited.awaitReady(deadline);
        }
    }

    /** Lets QEMU answer again. */
    @Override
    public synchronized void close() {
        if (rules != null) {
            rules.close();
        }
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                LOG.debug("The name server was closed uncleanly: {}", e.getMessage());
            }
        }
        if (lookup != null) {
            lookup.close();
        }
    }
}
