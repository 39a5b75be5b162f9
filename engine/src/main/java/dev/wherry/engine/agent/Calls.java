// What clients may ask of the agent.
package dev.wherry.engine.agent;

import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;

/** Answers the calls of the control protocol. Each blocks until it is done; many may run at once. */
interface Calls {

    /**
     * Does what {@code method} names.
     *
     * @param progress is told what the client should see meanwhile
     * @return the result, which becomes JSON
     * @throws AgentException telling the user why not
     */
    Object call(String method, JsonNode params, Consumer<Progress> progress)
            throws AgentException, InterruptedException;

    /** Starts {@code command} in the guest of the machine that {@code params} name. */
    GuestProcess exec(JsonNode params, GuestCommand command) throws AgentException;
}
