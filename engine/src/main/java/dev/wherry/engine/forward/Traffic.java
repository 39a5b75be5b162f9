// What has gone through a forward.
package dev.wherry.engine.forward;

/**
 * Counts of one forward since it began.
 *
 * @param open        connections right now
 * @param connections connections in all
 * @param sent        bytes from the host to the guest
 * @param received    bytes from the guest to the host
 */
public record Traffic(int open, long connections, long sent, long received) {

    /** Nothing yet. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0);

    Traffic plus(Traffic other) {
        return new Traffic(open + other.open, connections + other.connections, sent + other.sent,
                received + other.received);
    }
}
