// Commands in containers.
package dev.wherry.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Runs commands in running containers (Engine API, {@code /exec}). Keeps nothing; may be used from any thread. */
public final class Execs {

    /** Most of its output that {@link #run} keeps, in bytes. */
    static final int MAX_OUTPUT = 8 * 1024 * 1024;

    /**
     * What a command came to.
     *
     * @param exitCode 126 when it cannot be run, 127 when it is not there
     * @param output   its standard output
     * @param error    its standard error
     */
    public record Result(int exitCode, byte[] output, byte[] error) {
    }

    private final EngineClient client;

    /** Commands in the containers of {@code client}'s engine. */
    public Execs(EngineClient client) {
        this.client = client;
    }

    /**
     * Starts a command on a terminal of its own ({@code POST /containers/{id}/exec}, {@code POST /exec/{id}/start}).
     *
     * @param command program and arguments
     * @param columns of the terminal
     * @param rows    of the terminal
     */
    public Exec openTerminal(String container, List<String> command, int columns, int rows) throws IOException {
        ObjectNode wanted = wanted(command, true);
        wanted.put("AttachStdin", true).putArray("Env").add("TERM=xterm-256color");
        ArrayNode size = size(columns, rows);
        wanted.set("ConsoleSize", size);
        String id = create(container, wanted);
        ObjectNode start = JsonNodeFactory.instance.objectNode().put("Detach", false).put("Tty", true);
        start.set("ConsoleSize", size);
        return new Exec(client, id, client.hijack(EngineRequest.post("/exec/" + id + "/start").json(start)));
    }

    private static ArrayNode size(int columns, int rows) {
        return JsonNodeFactory.instance.arrayNode().add(rows).add(columns);
    }

    /**
     * Runs a command without input to its end. An interrupt ends the waiting, not the command.
     *
     * @param user    as whom: name or number; empty for the container's own
     * @param command program and arguments
     * @throws IOException when it cannot be started, or says more than {@value #MAX_OUTPUT} bytes
     */
    public Result run(String container, String user, List<String> command) throws IOException {
        String id = create(container, wanted(command, false).put("User", user));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        ObjectNode start = JsonNodeFactory.instance.objectNode().put("Detach", false).put("Tty", false);
        try (Exec exec = new Exec(client, id,
                client.hijack(EngineRequest.post("/exec/" + id + "/start").json(start)))) {
            OutputFrames frames = new OutputFrames(exec.stream().input());
            for (var frame = frames.next(); frame != null; frame = frames.next()) {
                (frame.error() ? error : output).writeBytes(frame.content());
                if (output.size() + error.size() > MAX_OUTPUT) {
                    throw new IOException("The output of " + command.getFirst() + " in the container is too long");
                }
            }
            Integer code = exec.exitCode();
            return new Result(code == null ? -1 : code, output.toByteArray(), error.toByteArray());
        }
    }

    private static ObjectNode wanted(List<String> command, boolean terminal) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("AttachStdout", true).put("AttachStderr", true)
                .put("Tty", terminal);
        command.forEach(wanted.putArray("Cmd")::add);
        return wanted;
    }

    private String create(String container, ObjectNode wanted) throws IOException {
        return client.call(EngineRequest.post(Containers.path(container) + "/exec").json(wanted)).path("Id").asText();
    }
}
