// What commands print for programs.
package dev.wherry.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import picocli.CommandLine.Model.CommandSpec;

/** Prints records as JSON; docs/json.md describes them. */
final class Json {

    private Json() {
    }

    static void print(CommandSpec command, Object value) throws JsonProcessingException {
        command.commandLine().getOut().println(
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }
}
