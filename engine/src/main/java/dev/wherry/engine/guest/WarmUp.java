// Gets the slow start of a first SSH connection out of the way while the guest boots.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.time.Duration;

import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.UnknownCommandFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in once to a server of our own in this process: that loads and exercises everything that the real login needs. */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private WarmUp() {
    }

    static void run(GuestKeys keys) {
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(keys.host()));
            server.setPublickeyAuthenticator(
                    (user, key, session) -> KeyUtils.compareKeys(key, keys.client().getPublic()));
            // Ends the first command of a connection at once; without one the library complains in the log.
            server.setCommandFactory(UnknownCommandFactory.INSTANCE);
            server.start();
            try (Dialer dialer = new Dialer("root", server.getPort(), keys, new AgentChannels());
                    ClientSession session = dialer.dial(LIMIT)) {
                LOG.debug("Ready to log in to the guest: {}", session);
            }
        } catch (IOException e) {
            LOG.debug("No warm-up of SSH; the first connection takes a little longer", e);
        }
    }
}
