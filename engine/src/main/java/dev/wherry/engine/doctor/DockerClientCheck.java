// Which engine a docker client in this environment will use.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.host.PipeName;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.machine.MachineFiles;

/** Follows a docker client's own rules: DOCKER_HOST first, then DOCKER_CONTEXT, then the chosen context. */
final class DockerClientCheck implements Check {

    private static final String DEFAULT = "default";

    private final Subject subject;

    DockerClientCheck(Subject subject) {
        this.subject = subject;
    }

    /**
     * What decides.
     *
     * @param host    DOCKER_HOST; empty when not set
     * @param context DOCKER_CONTEXT; empty when not set
     * @param chosen  the context chosen by "docker context use"
     */
    record Client(String host, String context, String chosen) {
    }

    @Override
    public String id() {
        return "docker-client";
    }

    @Override
    public String title() {
        return "Docker client";
    }

    @Override
    public Finding run() throws IOException {
        Map<String, String> environment = subject.environment();
        Path folder = environment.containsKey("DOCKER_CONFIG")
                ? Path.of(environment.getOrDefault("DOCKER_CONFIG", ""))
                : subject.userHome().resolve(".docker");
        try {
            return judge(new Client(environment.getOrDefault("DOCKER_HOST", ""),
                    environment.getOrDefault("DOCKER_CONTEXT", ""), chosen(folder.resolve("config.json"))));
        } catch (JsonProcessingException e) {
            return Finding.warning(this, "Docker clients cannot read " + folder.resolve("config.json") + ": "
                    + e.getOriginalMessage(), "Correct the file, or move it away.");
        }
    }

    private static String chosen(Path file) throws IOException {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file)).path("currentContext").asText(DEFAULT);
        } catch (NoSuchFileException e) {
            return DEFAULT;
        }
    }

    Finding judge(Client client) {
        String socket = PipeName.url(subject.files().engineSocket(), Platform.current().os());
        String wherry = subject.wherry();
        if (!client.host().isEmpty()) {
            return client.host().equals(socket)
                    ? Finding.passed(this, "docker uses this machine's engine, by DOCKER_HOST")
                    : Finding.warning(this, "DOCKER_HOST is set: docker uses the engine at " + client.host()
                            + ", not this machine's.", "eval \"$(" + wherry + " env)\"");
        }
        if (!client.context().isEmpty()) {
            return isOurs(client.context())
                    ? Finding.passed(this, "docker uses this machine's engine, by DOCKER_CONTEXT")
                    : Finding.warning(this, "DOCKER_CONTEXT is set: docker uses the engine of the context \""
                            + client.context() + "\", not this machine's.", "unset DOCKER_CONTEXT");
        }
        return Finding.passed(this, isOurs(client.chosen())
                ? "docker uses this machine's engine, by the context \"" + client.chosen() + "\""
                : "docker uses the context \"" + client.chosen() + "\"; for this machine's engine: eval \"$(" + wherry
                        + " env)\"");
    }

    private boolean isOurs(String context) {
        String machine = subject.machine();
        return context.equals(machine.equals(MachineFiles.DEFAULT_NAME) ? "wherry" : "wherry-" + machine);
    }
}
