// One listener that there should be.
package dev.wherry.engine.forward;

import java.net.InetSocketAddress;

import dev.wherry.engine.host.PortHolder.Transport;

/**
 * A port on the host that should lead to a container.
 *
 * @param protocol      of the port
 * @param listen        where on the host
 * @param guestAddress  where in the guest the engine publishes it: an address of the guest itself; for UDP also 0.0.0.0 for all of
 *                      them
 * @param guestPort     the port there
 * @param containerPort the port inside the container, for people
 * @param containerId   the container
 */
record PortRule(Protocol protocol, InetSocketAddress listen, String guestAddress, int guestPort, int containerPort,
        String containerId) {

    Transport transport() {
        return protocol == Protocol.UDP ? Transport.UDP : Transport.TCP;
    }

    UdpTarget udpTarget() {
        return new UdpTarget(guestAddress, guestPort);
    }

    /** The protocols that a port can be published for. */
    enum Protocol {
        TCP,
        UDP,
        SCTP
    }
}
