// A port of a container, as the engine lists it.
package dev.wherry.engine.docker;

import org.jspecify.annotations.Nullable;

/**
 * A port of a container.
 *
 * @param ip          the address it is published on, empty when it is not published or published everywhere
 * @param privatePort the port inside the container, 1 to 65535
 * @param publicPort  the port it is published as, or null when it is only exposed
 * @param type        {@code tcp}, {@code udp} or {@code sctp}
 */
public record PublishedPort(String ip, int privatePort, @Nullable Integer publicPort, String type) {
}
