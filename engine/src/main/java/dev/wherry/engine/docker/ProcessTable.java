// What "docker top" prints.
package dev.wherry.engine.docker;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The processes of a container ({@code GET /containers/{id}/top}).
 *
 * @param titles    of the columns, as the guest's {@code ps} has them
 * @param processes a row each, as wide as {@code titles}
 */
public record ProcessTable(List<String> titles, List<List<String>> processes) {

    public ProcessTable {
        titles = List.copyOf(titles);
        processes = List.copyOf(processes);
    }

    static ProcessTable from(JsonNode json) {
        return new ProcessTable(JsonValues.strings(json.path("Titles")).toList(),
                JsonValues.elements(json.path("Processes")).map(row -> JsonValues.strings(row).toList()).toList());
    }
}
