// Finds out that a connection is dead, unless it is known to be held.
package dev.wherry.engine.guest;

import java.util.function.BooleanSupplier;

import org.apache.sshd.client.session.AbstractClientSession;
import org.apache.sshd.client.session.ClientConnectionService;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.Session;

/** The library's keep-alive, which asks nothing of a guest that is held: it could not answer, and would be taken for dead. */
final class KeepAlive extends ClientConnectionService {

    private final BooleanSupplier held;

    private KeepAlive(AbstractClientSession session, BooleanSupplier held) throws SshException {
        super(session);
        this.held = held;
    }

    /** Makes one for each session; {@code held} says whether the guest is. */
    static ClientConnectionServiceFactory factory(BooleanSupplier held) {
        return new ClientConnectionServiceFactory() {
            @Override
            public Service create(Session session) throws SshException {
                return new KeepAlive((AbstractClientSession) session, held);
            }
        };
    }

    @Override
    protected boolean sendHeartBeat() {
        if (held.getAsBoolean()) {
            outstandingHeartbeats.set(0);
            return false;
        }
        return super.sendHeartBeat();
    }
}
