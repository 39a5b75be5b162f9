// The guest, reached over SSH.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.stream.ByteStream;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientConnectionService;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.ConnectionService;
import org.jspecify.annotations.Nullable;

/**
 * A guest on a loopback port. One SSH session carries everything; when it is lost, a new one is made in the background, and
 * calls made meanwhile wait for it.
 */
public final class SshGuest implements Guest, AutoCloseable {

    // How long a call waits for a lost connection to come back, and then for the guest's answer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection connection;
    private final AgentChannels agents = new AgentChannels();

    /**
     * A guest that is not yet connected.
     *
     * @param port the loopback port, 1 to 65535, that leads to the guest's SSH server
     * @param keys the keys of this machine
     */
    public SshGuest(int port, GuestKeys keys) {
        this("root", port, keys);
    }

    SshGuest(String user, int port, GuestKeys keys) {
        this.connection = new Connection(new Dialer(user, port, keys, agents));
    }

    /**
     * Prepares this process for its first connection, so that it takes no longer than later ones. Meant for the time while the
     * guest boots; takes about half a second of one processor, listens on a loopback port meanwhile, and never fails.
     *
     * @param keys the keys of this machine
     */
    public static void warmUp(GuestKeys keys) {
        WarmUp.run(keys);
    }

    /**
     * Makes the first contact: tries again and again until the guest's SSH server answers. From then on the connection is
     * kept up until {@link #close()}.
     *
     * @param deadline how long to try
     * @throws GuestIdentityException    at once, when one side does not accept the other's key
     * @throws GuestUnreachableException with the last attempt's cause, when the deadline passes
     * @throws InterruptedException      when interrupted between attempts
     */
    public void connect(Duration deadline) throws IOException, InterruptedException {
        connection.connect(deadline);
    }

    /** Whether there is a connection right now. */
    public boolean isConnected() {
        return connection.isUp();
    }

    /** How many channels the current session has. */
    int openChannels() throws IOException {
        return connection.await(PATIENCE).getService(ClientConnectionService.class).getChannels().size();
    }

    /** Tells {@code listener} from now on. */
    public void addListener(GuestListener listener) {
        connection.addListener(listener);
    }

    /** Tells {@code listener} no more. */
    public void removeListener(GuestListener listener) {
        connection.removeListener(listener);
    }

    /**
     * Says whether the guest is held still. While it is, its silence is no reason to give the connection up, and a lost one is
     * not tried for again.
     */
    public void hold(boolean still) {
        connection.hold(still);
    }

    /** Gives the present connection up, with every stream and command of it, and makes a new one in the background. */
    public void renew() {
        connection.renew();
    }

    @Override
    public ByteStream openUnix(String path) throws IOException {
        return new ChannelStream(open(() -> new StreamLocalChannel(path)));
    }

    @Override
    public ByteStream openTcp(String host, int port) throws IOException {
        return new ChannelStream(open(() -> new TcpChannel(host, port)));
    }

    @Override
    public GuestProcess start(GuestCommand command) throws IOException {
        CommandChannel channel = open(CommandChannel::new);
        try {
            return new SshProcess(channel, command, PATIENCE);
        } catch (IOException e) {
            channel.hangUp();
            throw e;
        }
    }

    /** Lets programs in the guest that were started with an agent ask this one from now on; null for none. */
    void lend(@Nullable SshAgent agent) {
        agents.lend(agent);
    }

    /** Does {@link #start} with the agent, which the command and those after it on the same connection find by SSH_AUTH_SOCK. */
    GuestProcess startWithAgent(GuestCommand command) throws IOException {
        CommandChannel channel = open(CommandChannel::new);
        try {
            channel.forwardAgent();
            return new SshProcess(channel, command, PATIENCE);
        } catch (IOException e) {
            channel.hangUp();
            throw e;
        }
    }

    /** Ends the connection, and with it every stream, command and thread of it; returns within seconds. */
    @Override
    public void close() {
        connection.close();
    }

    // A session may be lost between our getting it and the guest's answer. Nothing has happened in the guest then, so the
    // next session is as good.
    private <C extends GuestChannel> C open(Supplier<C> channels) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            ClientSession session = connection.await(Duration.ofNanos(end - System.nanoTime()));
            C channel = channels.get();
            try {
                session.getService(ConnectionService.class).registerChannel(channel);
                OpenFuture answer = channel.open();
                if (!answer.await(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())))) {
                    answer.cancel(); // a late answer closes the channel
                    throw new GuestUnreachableException("Tried to connect to " + channel.target()
                            + " in the guest but failed because the guest did not answer within " + PATIENCE, null);
                }
                if (answer.getException() instanceof SshChannelOpenException refusal) {
                    throw new GuestRefusedException("Tried to connect to " + channel.target()
                            + " in the guest but failed because "
                            + channel.explain(String.valueOf(refusal.getMessage())), refusal);
                }
                answer.verify();
                return channel;
            } catch (GuestRefusedException e) {
                throw e;
            } catch (IOException | IllegalStateException e) {
                if (session.isOpen()) {
                    throw e;
                }
            }
        }
    }
}
