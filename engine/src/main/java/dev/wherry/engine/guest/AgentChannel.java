// One program in the guest that asks the SSH agent.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.host.SshAgentMessages;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.ChannelOutputStream;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.AbstractServerChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries questions to the host's agent and its answers back. Ends when the program or the agent does. */
final class AgentChannel extends AbstractServerChannel {

    private static final Logger LOG = LoggerFactory.getLogger(AgentChannel.class);

    private final SshAgent agent;
    private final Inbound inbound = new Inbound(this::release);

    AgentChannel(SshAgent agent) {
        super("auth-agent@openssh.com", List.of(), null);
        this.agent = agent;
    }

    @Override
    protected OpenFuture doInit(Buffer buffer) {
        OpenFuture opened = super.doInit(buffer);
        Thread.ofVirtual().name("ssh agent").start(this::converse);
        return opened;
    }

    private void converse() {
        try (OutputStream out = new ChannelOutputStream(this, getRemoteWindow(), LOG,
                SshConstants.SSH_MSG_CHANNEL_DATA, true)) {
            byte[] question = SshAgentMessages.next(inbound);
            if (question != null) {
                try (SshAgent.Line line = agent.open()) {
                    for (; question != null; question = SshAgentMessages.next(inbound)) {
                        out.write(line.ask(question));
                        out.flush();
                    }
                }
            }
        } catch (IOException e) {
            LOG.warn("Tried to ask the SSH agent for the guest but failed because {}", e.getMessage());
        } finally {
            close(false);
        }
    }

    @Override
    protected void doWriteData(byte[] data, int offset, long length) throws IOException {
        inbound.accept(data, offset, (int) length);
    }

    @Override
    protected void doWriteExtendedData(byte[] data, int offset, long length) throws IOException {
        release((int) length); // an agent's channel has no second stream
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        inbound.end();
    }

    @Override
    protected void preClose() {
        inbound.end();
        super.preClose();
    }

    private void release(int bytes) throws IOException {
        if (!isClosing()) {
            getLocalWindow().release(bytes);
        }
    }
}
