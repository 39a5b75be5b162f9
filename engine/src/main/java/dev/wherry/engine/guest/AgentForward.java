// The SSH agent of the host's user in the guest.
package dev.wherry.engine.guest;

import dev.wherry.engine.host.SshAgent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@value #SOCKET} in the guest for as long as there is a connection, open to every user there. OpenSSH's server makes a socket of
 * its own for each connection that asks for an agent, to which the path leads.
 */
public final class AgentForward implements AutoCloseable {

    /** Where containers are given the agent from; the path that Docker's desktop has made usual. */
    public static final String SOCKET = "/run/host-services/ssh-auth.sock";

    // Docker makes a folder of what it is to mount and does not find.
    private static final String SCRIPT = """
            trap '' HUP
            mkdir -p /run/host-services
            rmdir %1$s 2>/dev/null
            chmod 711 "${SSH_AUTH_SOCK%%/*}" && chmod 666 "$SSH_AUTH_SOCK" && ln -sfn "$SSH_AUTH_SOCK" %1$s || exit
            echo ready
            cat >/dev/null
            [ "$(readlink %1$s)" != "$SSH_AUTH_SOCK" ] || rm -f %1$s
            """.formatted(SOCKET);

    private final SshGuest guest;
    private final SshAgent agent;
    private @Nullable StandingCommand link;

    /** Of {@code agent} to {@code guest}; nothing happens before {@link #start}. */
    public AgentForward(SshGuest guest, SshAgent agent) {
        this.guest = guest;
        this.agent = agent;
    }

    /** Begins to forward; does not wait. */
    public synchronized void start() {
        guest.lend(agent);
        link = new StandingCommand("SSH agent", () -> guest.startWithAgent(GuestCommand.of(SCRIPT)));
    }

    /** Takes the agent out of the guest. */
    @Override
    public synchronized void close() {
        guest.lend(null);
        if (link != null) {
            link.close();
        }
    }
}
