// A connection to a TCP port as the guest sees it.
package dev.wherry.engine.guest;

import org.apache.sshd.common.util.buffer.Buffer;

/** A {@code direct-tcpip} channel (RFC 4254, 7.2). */
final class TcpChannel extends GuestChannel {

    private final String host;
    private final int port;

    TcpChannel(String host, int port) {
        super("direct-tcpip");
        this.host = host;
        this.port = port;
    }

    @Override
    void putTarget(Buffer open) {
        open.putString(host);
        open.putUInt(port);
        // The originator is only for the server's log.
        open.putString("127.0.0.1");
        open.putUInt(0);
    }

    @Override
    String target() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
