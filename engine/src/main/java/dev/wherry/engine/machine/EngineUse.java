// Who uses the engine of a running machine.
package dev.wherry.engine.machine;

import java.util.OptionalInt;

/**
 * What is going on in the engine.
 *
 * @param containers  containers that run; empty while that is not known
 * @param clients     connections on the engine socket, without those that only listen to events
 * @param connections connections on the engine socket since it was opened
 */
public record EngineUse(OptionalInt containers, int clients, long connections) {

    /** Whether something runs or somebody is connected, or may be. */
    boolean isBusy() {
        return clients > 0 || containers.isEmpty() || containers.getAsInt() > 0;
    }
}
