// What the guest opens when a program there asks the SSH agent.
package dev.wherry.engine.guest;

import java.io.IOException;

import dev.wherry.engine.host.SshAgent;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.Session;
import org.jspecify.annotations.Nullable;

/** Makes {@code auth-agent@openssh.com} channels (OpenSSH's PROTOCOL.agent) which end at once unless an agent is lent to the guest. */
final class AgentChannels implements ChannelFactory {

    /** To refuse the channel itself would be a fault of the connection to the SSH library, which ends it. */
    private static final SshAgent NONE = () -> {
        throw new IOException("none is lent to it");
    };

    private volatile SshAgent agent = NONE;

    void lend(@Nullable SshAgent lent) {
        agent = lent == null ? NONE : lent;
    }

    @Override
    public String getName() {
        return "auth-agent@openssh.com";
    }

    @Override
    public Channel createChannel(Session session) {
        return new AgentChannel(agent);
    }
}
