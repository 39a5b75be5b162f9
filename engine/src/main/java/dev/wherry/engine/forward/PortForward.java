// A published port as people see it: in the CLI, in the tray, in the log.
package dev.wherry.engine.forward;

import java.net.InetSocketAddress;

import dev.wherry.engine.host.PortHolder.Transport;

/**
 * The state of one forwarded port.
 *
 * @param containerId   the container's full id
 * @param containerName its name
 * @param transport     what it carries
 * @param host          the address and port on the host
 * @param guestPort     the port that the engine publishes in the guest
 * @param containerPort the port inside the container
 * @param state         whether it works, and why not
 * @param traffic       what has gone through it
 */
public record PortForward(String containerId, String containerName, Transport transport,
        InetSocketAddress host, int guestPort, int containerPort, State state, Traffic traffic) {

    PortForward with(Traffic counted) {
        return new PortForward(containerId, containerName, transport, host, guestPort, containerPort, state, counted);
    }

    /** Whether the port answers on the host. */
    public sealed interface State {

        /** It does. */
        record Listening() implements State {
        }

        /**
         * It does not, and is tried again every {@link PortForwards#RETRY}.
         *
         * @param reason what is in the way and what to do about it, for people
         */
        record Conflict(String reason) implements State {
        }
    }
}
