// One attempt to reach the guest.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.ConnectionService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to the guest's SSH server on a loopback port, checks that it is the guest, and logs in. */
final class Dialer implements ServerKeyVerifier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dialer.class);
    private static final GuestCommand NOTHING = new GuestCommand("true", Map.of(),
            new GuestCommand.Terminal("dumb", new TerminalSize(80, 24)));

    private final String user;
    private final int port;
    private final GuestKeys keys;
    private final SshClient client;
    // Of the attempt that runs: a session forgets its own attributes when it is closed.
    private volatile @Nullable PublicKey rejected;
    private volatile boolean held;

    Dialer(String user, int port, GuestKeys keys, AgentChannels agents) {
        this.user = user;
        this.port = port;
        this.keys = keys;
        this.client = SshClients.start(this, agents, () -> held);
    }

    /**
     * Tries once.
     *
     * @param limit how long connecting and logging in may take together
     * @throws GuestIdentityException when one side does not accept the other's key
     * @throws IOException            when the guest does not answer (yet)
     */
    synchronized ClientSession dial(Duration limit) throws IOException {
        rejected = null;
        long end = System.nanoTime() + limit.toNanos();
        SocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ClientSession session;
        try {
            session = client.connect(user, address).verify(limit).getSession();
        } catch (IllegalStateException e) {
            throw new IOException("the connection is being closed", e);
        }
        try {
            session.addPublicKeyIdentity(keys.client());
            session.auth().verify(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            askForPromptness(session, Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
            return session;
        } catch (IOException e) {
            session.close(true);
            throw explain(e);
        }
    }

    /** Says whether the guest is held still: no session is given up then for its silence. */
    void hold(boolean still) {
        held = still;
    }

    // OpenSSH's server sends small packets at once (TCP_NODELAY) on connections whose first command has a terminal. On others
    // many an answer waits 40 ms for an acknowledgement, which makes a program that uses a share a dozen times slower.
    private static void askForPromptness(ClientSession session, Duration limit) throws IOException {
        CommandChannel channel = new CommandChannel();
        session.getService(ConnectionService.class).registerChannel(channel);
        channel.open().verify(limit);
        SshProcess nothing = new SshProcess(channel, NOTHING, limit);
        Thread.ofVirtual().name("promptness").start(() -> {
            try (nothing) {
                nothing.waitFor(limit);
            } catch (IOException | InterruptedException e) {
                LOG.debug("The first command of the connection did not end: {}", e.getMessage());
            }
        });
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        boolean expected = KeyUtils.compareKeys(key, keys.host().getPublic());
        if (!expected) {
            rejected = key;
        }
        return expected;
    }

    @Override
    public void close() {
        client.stop();
    }

    private IOException explain(IOException cause) {
        PublicKey wrong = rejected;
        String failed = "Tried to log in to the guest on port " + port + " but failed because ";
        if (wrong != null) {
            return new GuestIdentityException(failed + "the server there is not this machine's guest: its host key is "
                    + KeyUtils.getFingerPrint(wrong) + ", expected "
                    + KeyUtils.getFingerPrint(keys.host().getPublic()));
        }
        if (cause instanceof SshException refusal
                && refusal.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            return new GuestIdentityException(failed + "the guest does not accept this machine's key "
                    + KeyUtils.getFingerPrint(keys.client().getPublic()));
        }
        return cause;
    }
}
