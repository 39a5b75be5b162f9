// Why a port cannot be listened on, in words, with what to do about it.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Locale;

/** Puts the system's reasons for refusing a port into words. */
final class BindFailure {

    private static final int FIRST_UNPRIVILEGED = 1024;

    private BindFailure() {
    }

    static String explain(InetSocketAddress address, IOException failure) {
        String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("in use")) {
            return text(address)
                    + " is taken by another program on this computer. Stop that program, or publish another port;"
                    + " Wherry takes this one as soon as it is free";
        }
        if (reason.contains("permission denied") && address.getPort() < FIRST_UNPRIVILEGED) {
            return text(address)
                    + " needs administrator rights, as every port below 1024 does here. Publish a port from 1024 up"
                    + " instead, for example -p " + (8000 + address.getPort()) + ":" + address.getPort();
        }
        return text(address) + " cannot be listened on: " + failure.getMessage();
    }

    /** {@code 127.0.0.1:80} or {@code [::1]:80}. */
    static String text(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address v6
                ? "[" + (v6.isLoopbackAddress() ? "::1" : v6.isAnyLocalAddress() ? "::" : v6.getHostAddress()) + "]:"
                        + address.getPort()
                : address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
