// Whether this computer is connected to anything.
package dev.wherry.app.updates;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;

import dev.wherry.engine.fetch.Addresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the operating system alone, so that being offline costs no connection. */
final class Network {

    private static final Logger LOG = LoggerFactory.getLogger(Network.class);

    private Network() {
    }

    /** Whether {@code address} may be reached: it is on this computer, or an interface to elsewhere has an address. */
    static boolean mayReach(URI address) {
        if (Addresses.isLoopback(address)) {
            return true;
        }
        try {
            return NetworkInterface.networkInterfaces().anyMatch(Network::leadsElsewhere);
        } catch (SocketException e) {
            LOG.debug("The system does not tell its network interfaces: {}", e.getMessage());
            return true;
        }
    }

    private static boolean leadsElsewhere(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback()
                    && each.inetAddresses().anyMatch(address -> !address.isLinkLocalAddress());
        } catch (SocketException e) {
            // It has just gone.
            return false;
        }
    }
}
