// Commands in the containers of the fake engine.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.app.shell.BestShell;
import dev.wherry.engine.guest.TerminalSize;
import dev.wherry.engine.stream.ByteStream;
import org.jspecify.annotations.Nullable;

/** {@code /exec/…}: every shell is an {@link EchoShell}, other commands do what the test says. */
final class ExecRoutes {

    private static final class Exec {
        private final String id;
        private final FakeContainer container;
        private final List<String> command;
        private final boolean terminal;
        private volatile boolean running;
        private volatile @Nullable Integer exitCode;
        private volatile TerminalSize size = new TerminalSize(80, 24);

        private Exec(String id, FakeContainer container, List<String> command, boolean terminal) {
            this.id = id;
            this.container = container;
            this.command = command;
            this.terminal = terminal;
        }

        private void sizeFrom(JsonNode body) {
            JsonNode rowsAndColumns = body.path("ConsoleSize");
            if (rowsAndColumns.size() == 2) {
                size = new TerminalSize(rowsAndColumns.path(1).asInt(), rowsAndColumns.path(0).asInt());
            }
        }
    }

    private final World world;
    private final Map<String, Exec> execs = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private volatile @Nullable ExecScript script;

    ExecRoutes(World world) {
        this.world = world;
    }

    void runs(ExecScript other) {
        script = other;
    }

    void register(Router router) {
        router.on("POST", "/containers/*/exec", this::create)
                .on("POST", "/exec/*/start", this::start)
                .on("POST", "/exec/*/resize", this::resize)
                .on("GET", "/exec/*/json", this::inspect);
    }

    private void create(Request request) throws IOException {
        JsonNode body = request.body();
        FakeContainer container = world.container(request.variable());
        if (container.state() != FakeContainer.State.RUNNING) {
            throw new ApiError(409, "container " + container.id + " is not running");
        }
        List<String> command = new ArrayList<>();
        body.path("Cmd").forEach(word -> command.add(word.asText()));
        Exec exec = new Exec(Ids.of("exec " + made.incrementAndGet()), container, command,
                body.path("Tty").asBoolean());
        exec.sizeFrom(body);
        execs.put(exec.id, exec);
        emit(exec, "exec_create: " + String.join(" ", command), Map.of());
        request.json(201, Json.object("Id", exec.id));
    }

    private Exec exec(Request request) {
        Exec exec = execs.get(request.variable());
        if (exec == null) {
            throw new ApiError(404, "No such exec instance: " + request.variable());
        }
        return exec;
    }

    private void start(Request request) throws IOException {
        Exec exec = exec(request);
        exec.sizeFrom(request.body());
        exec.running = true;
        emit(exec, "exec_start: " + String.join(" ", exec.command), Map.of());
        try (ByteStream stream = request.hijack(exec.terminal ? Request.RAW : Request.MULTIPLEXED)) {
            OutputStream out = exec.terminal ? stream.output() : new Multiplexed(stream.output());
            int code = run(exec, stream, out);
            exec.exitCode = code;
            exec.running = false;
            emit(exec, "exec_die", Map.of("exitCode", String.valueOf(code)));
        } finally {
            exec.running = false;
        }
    }

    private int run(Exec exec, ByteStream stream, OutputStream out) throws IOException {
        if (FolderListing.isWanted(exec.command)) {
            return new FolderListing(exec.container.files).print(exec.command.getLast(), out);
        }
        @Nullable
        ExecScript wanted = script;
        boolean shell = exec.command.getFirst().endsWith("sh") && !exec.command.contains("-c");
        if (shell || (wanted == null && exec.command.equals(BestShell.line(true)))) {
            return new EchoShell(stream.input(), out, exec.terminal, () -> exec.size).run();
        }
        if (wanted != null) {
            return wanted.run(exec.command, stream.input(), out);
        }
        out.write((String.join(" ", exec.command) + "\n").getBytes(UTF_8));
        return 0;
    }

    private void resize(Request request) throws IOException {
        Exec exec = exec(request);
        exec.size = new TerminalSize(Integer.parseInt(request.parameter("w")),
                Integer.parseInt(request.parameter("h")));
        request.empty(200);
    }

    private void inspect(Request request) throws IOException {
        Exec exec = exec(request);
        request.json(Json.object("ID", exec.id, "Running", exec.running, "ExitCode", exec.exitCode,
                "ProcessConfig",
                Json.object("tty", exec.terminal, "entrypoint", exec.command.getFirst(), "arguments",
                        exec.command.subList(1, exec.command.size()), "privileged", false),
                "OpenStdin", true, "OpenStderr", true, "OpenStdout", true, "CanRemove", false,
                "ContainerID", exec.container.id, "DetachKeys", "", "Pid", exec.running ? 4711 : 0));
    }

    private static void emit(Exec exec, String action, Map<String, String> more) {
        Map<String, String> attributes = new HashMap<>(more);
        attributes.put("execID", exec.id);
        exec.container.emit(action, attributes);
    }
}
