// A port that can take the place of one that cannot be had.
package dev.wherry.engine.forward;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.OptionalInt;

import dev.wherry.engine.forward.PortRule.Protocol;

/** Looks for one by listening there for a moment: nothing else tells what the system refuses to this user. */
final class NextFreePort {

    /** Where ports below 1024 are put, as people do by themselves: 80 at 8080. */
    private static final int DETOUR = 8000;
    /** Windows keeps ports for itself by the hundred. */
    private static final int MOST_TRIES = 500;
    private static final int LAST = 65_535;

    private NextFreePort() {
    }

    /**
     * The first port after {@code rule}'s (8000 more for one below 1024) that is free right now for its protocol on its address;
     * empty when none of the next {@value #MOST_TRIES} is.
     */
    static OptionalInt insteadOf(PortRule rule) {
        int port = rule.listen().getPort();
        int first = port < BindFailure.FIRST_UNPRIVILEGED ? DETOUR + port : port + 1;
        for (int candidate = first; candidate < Math.min(first + MOST_TRIES, LAST + 1); candidate++) {
            if (isFree(rule.protocol(), rule.listen().getAddress(), candidate)) {
                return OptionalInt.of(candidate);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isFree(Protocol protocol, InetAddress address, int port) {
        InetSocketAddress there = new InetSocketAddress(address, port);
        try (Closeable _ = protocol == Protocol.UDP ? UdpRelay.bind(there) : TcpListener.bind(there)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
