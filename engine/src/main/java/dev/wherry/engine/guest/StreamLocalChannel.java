// A connection to a unix socket in the guest.
package dev.wherry.engine.guest;

import org.apache.sshd.common.util.buffer.Buffer;

/** A {@code direct-streamlocal@openssh.com} channel (OpenSSH's PROTOCOL, 2.4). */
final class StreamLocalChannel extends GuestChannel {

    private final String path;

    StreamLocalChannel(String path) {
        super("direct-streamlocal@openssh.com");
        this.path = path;
    }

    @Override
    void putTarget(Buffer open) {
        open.putString(path);
        open.putString(""); // reserved
        open.putUInt(0); // reserved
    }

    @Override
    String target() {
        return "the socket " + path;
    }

    // OpenSSH keeps the reason (no such file, connection refused) to its own log.
    @Override
    String explain(String reason) {
        return "nobody listens there (the guest's SSH server says: " + reason + ")";
    }
}
