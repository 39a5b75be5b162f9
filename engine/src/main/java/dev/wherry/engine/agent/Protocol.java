// The words of the control protocol.
package dev.wherry.engine.agent;

import java.time.Duration;

/**
 * The control protocol: JSON-RPC 2.0 (jsonrpc.org), one message a line, on a unix socket that only the user can open.
 *
 * <p>The first request of a connection is {@code hello} with the client's protocol number. While a long call runs, the agent
 * sends {@code progress} notifications, also before the answer to an {@code exec} for which the machine has to start. After a
 * successful {@code exec} the connection carries {@link Frame}s instead, after a successful {@code watch} nothing but
 * {@code report} notifications: at every change, and at least every {@link #HEARTBEAT}.
 * The parameter {@code machine} names the machine that a call is about.
 */
final class Protocol {

    /** Counts up with every change that an older client or agent would not understand. */
    static final int VERSION = 7;

    /** How long a watched machine is silent at most. */
    static final Duration HEARTBEAT = Duration.ofSeconds(10);

    static final String HELLO = "hello";
    static final String STATUS = "status";
    static final String UP = "up";
    static final String DOWN = "down";
    static final String KILL = "kill";
    static final String RESTART = "restart";
    static final String PAUSE = "pause";
    static final String RESUME = "resume";
    static final String CREATE = "create";
    static final String RESET = "reset";
    static final String WIPE = "wipe";
    static final String SHARE = "share";
    static final String PUBLISH = "publish";
    static final String GROW = "grow";
    static final String UPGRADE = "upgrade";
    static final String DELETE = "delete";
    static final String WATCH = "watch";
    static final String EXEC = "exec";
    static final String QUIT = "quit";
    static final String OVERRIDES = "overrides";
    static final String PROGRESS = "progress";
    static final String REPORT = "report";

    private Protocol() {
    }
}
