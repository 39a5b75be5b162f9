// What the rest of Wherry may ask of the guest. How it gets there (SSH) stays behind this.
package dev.wherry.engine.guest;

import java.io.IOException;

import dev.wherry.engine.stream.ByteStream;

/**
 * A reachable guest. Every call may be made from any thread, and blocks until it is done or its deadline has passed; after a
 * lost connection the next call waits for the new one.
 */
public interface Guest {

    /**
     * Connects to a unix socket inside the guest ({@code direct-streamlocal@openssh.com} of OpenSSH's PROTOCOL).
     *
     * @param path absolute path in the guest
     * @throws GuestRefusedException     naming the socket and the cause, when nobody listens there
     * @throws GuestUnreachableException when the guest is out of reach
     */
    ByteStream openUnix(String path) throws IOException;

    /**
     * Connects to a TCP port as seen from inside the guest ({@code direct-tcpip} of RFC 4254, 7.2).
     *
     * @param host address or name, resolved in the guest
     * @param port 1 to 65535
     * @throws GuestRefusedException     naming the address and the cause, when the connection is refused
     * @throws GuestUnreachableException when the guest is out of reach
     */
    ByteStream openTcp(String host, int port) throws IOException;

    /**
     * Starts a command in the guest; the caller closes what it gets.
     *
     * @throws IOException when the guest is out of reach or refuses
     */
    GuestProcess start(GuestCommand command) throws IOException;
}
