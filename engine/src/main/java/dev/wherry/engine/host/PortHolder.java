// Who has a port.
package dev.wherry.engine.host;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;

/** Finds the program that has a TCP or UDP port. */
@FunctionalInterface
public interface PortHolder {

    /** What a port is for. */
    enum Transport {
        /** Connections. */
        TCP,
        /** Datagrams. */
        UDP;

        /** As it is written behind a port: {@code tcp} or {@code udp}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A program that runs.
     *
     * @param name as the system shows it, without a folder
     * @param pid  the number of its process
     */
    record Program(String name, long pid) {

        @Override
        public String toString() {
            return name + " (process " + pid + ")";
        }
    }

    /**
     * The program that keeps others from listening on {@code address}; empty when there is none, or the system does not tell, as
     * for other users' programs. Takes up to {@link ToolOutput#DEADLINE}; returns early, with nothing, when interrupted.
     */
    Optional<Program> of(Transport transport, InetSocketAddress address);

    /** Whether listening on {@code taken} keeps others from {@code wanted}, if the ports are the same. */
    static boolean blocks(InetAddress taken, InetAddress wanted) {
        return taken.equals(wanted) || taken.isAnyLocalAddress() || wanted.isAnyLocalAddress();
    }
}
