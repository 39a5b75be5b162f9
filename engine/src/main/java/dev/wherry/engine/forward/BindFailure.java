// Why a port cannot be listened on, in words, with what to do about it.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;

import dev.wherry.engine.host.PortHolder;

/** Puts the system's reasons for refusing a port into words. */
final class BindFailure {

    private static final int FIRST_UNPRIVILEGED = 1024;

    private BindFailure() {
    }

    /** Whether another program is the reason. */
    static boolean isConflict(IOException failure) {
        return reason(failure).contains("in use");
    }

    /** @param holder the program that has the port, if there is one and it is known */
    static String explain(InetSocketAddress address, IOException failure, Optional<PortHolder.Program> holder) {
        if (isConflict(failure)) {
            return text(address) + " is taken by " + holder.map(BindFailure::name)
                    .orElse("another program on this computer. Stop that program, or")
                    + " publish another port; Wherry takes this one as soon as it is free";
        }
        String reason = reason(failure);
        if (reason.contains("permission denied") && address.getPort() < FIRST_UNPRIVILEGED) {
            return text(address)
                    + " needs administrator rights, as every port below 1024 does here. Publish a port from 1024 up"
                    + " instead, for example -p " + (8000 + address.getPort()) + ":" + address.getPort();
        }
        return text(address) + " cannot be listened on: " + failure.getMessage();
    }

    // One process serves all machines.
    private static String name(PortHolder.Program holder) {
        return holder.pid() == ProcessHandle.current().pid()
                ? "another of Wherry's machines. Stop the container there, or"
                : holder + ". Stop that program, or";
    }

    private static String reason(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }

    /** {@code 127.0.0.1:80} or {@code [::1]:80}. */
    static String text(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address v6
                ? "[" + (v6.isLoopbackAddress() ? "::1" : v6.isAnyLocalAddress() ? "::" : v6.getHostAddress()) + "]:"
                        + address.getPort()
                : address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
