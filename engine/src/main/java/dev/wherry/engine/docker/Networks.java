// Networks.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The engine's networks (Engine API, {@code /networks}). Keeps nothing; may be used from any thread. */
public final class Networks {

    private final EngineClient client;

    /** The networks of {@code client}'s engine. */
    public Networks(EngineClient client) {
        this.client = client;
    }

    /** All networks ({@code GET /networks}). */
    public List<NetworkSummary> list() throws IOException {
        return JsonValues.elements(client.call(EngineRequest.get("/networks"))).map(NetworkSummary::from).toList();
    }

    /**
     * Everything the engine knows of one network ({@code GET /networks/{id}}).
     *
     * @param network id or name
     */
    public JsonNode inspect(String network) throws IOException {
        return client.call(EngineRequest.get(path(network)));
    }

    /**
     * Makes a network ({@code POST /networks/create}).
     *
     * @param driver   such as {@code bridge}
     * @param subnet   as in {@code 172.30.0.0/16}; empty when the engine is to choose
     * @param internal whether it is to have no way out
     * @return its id
     */
    public String create(String name, String driver, String subnet, boolean internal) throws IOException {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("Name", name).put("Driver", driver)
                .put("Internal", internal).put("CheckDuplicate", true); // which engines before API 1.44 must be told
        if (!subnet.isEmpty()) {
            wanted.putObject("IPAM").putArray("Config").addObject().put("Subnet", subnet);
        }
        return client.call(EngineRequest.post("/networks/create").json(wanted)).path("Id").asText();
    }

    /** Deletes a network; refused while containers are on it ({@code DELETE /networks/{id}}). */
    public void remove(String network) throws IOException {
        client.call(EngineRequest.delete(path(network)));
    }

    private static String path(String network) {
        return "/networks/" + EngineRequest.segment(network);
    }
}
