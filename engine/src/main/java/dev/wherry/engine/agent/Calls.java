// What clients may ask of the agent.
package dev.wherry.engine.agent;

import java.io.IOException;
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

    /**
     * Reports on the machine that {@code params} name, now and whenever it changes.
     *
     * @throws AgentException when there can be no such machine
     * @throws IOException when {@code reports} takes no more
     * @throws InterruptedException when nobody wants to know any more; it does not end otherwise
     */
    void watch(JsonNode params, Reports reports) throws AgentException, IOException, InterruptedException;

    /** Takes reports. */
    interface Reports {
        void tell(MachineReport report) throws IOException;
    }

    /**
     * Starts {@code command} in the guest of the machine that {@code params} name.
     *
     * @param progress is told how far a machine is that has to start for it
     */
    GuestProcess exec(JsonNode params, GuestCommand command, Consumer<Progress> progress) throws AgentException;
}
