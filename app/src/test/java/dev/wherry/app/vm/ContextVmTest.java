// The docker context, as a real docker client sees it.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@ExtendWith(SharedVm.class)
class ContextVmTest {

    @TempDir
    private Path folder;

    @Test
    void dockerFindsTheEngineByTheContextWithoutAnyVariable(Wherry wherry) throws Exception {
        wherry(wherry, "context", "install");
        assertThat(docker(wherry, "context", "show")).isEqualTo("default");
        assertThat(docker(wherry, "context", "ls", "-q").lines()).contains("wherry");
        assertThat(docker(wherry, "context", "inspect", "wherry", "-f", "{{.Endpoints.docker.Host}}"))
                .isEqualTo("unix://" + wherry.status().path("engineSocket").asText());
        assertThat(docker(wherry, "--context", "wherry", "version", "-f", "{{.Server.Os}}")).isEqualTo("linux");

        wherry(wherry, "context", "install", "--use");
        assertThat(docker(wherry, "context", "show")).isEqualTo("wherry");
        docker(wherry, "ps");
        wherry(wherry, "context", "remove");
        assertThat(folder.resolve("docker")).doesNotExist();
    }

    @Test
    void whatDockerItselfHasRewrittenIsUndoneToo(Wherry wherry) throws Exception {
        docker(wherry, "context", "create", "other", "--docker", "host=unix:///nowhere.sock");
        docker(wherry, "context", "use", "other");
        wherry(wherry, "context", "install", "--use");
        docker(wherry, "context", "use", "default");
        docker(wherry, "context", "use", "wherry");
        wherry(wherry, "context", "remove");
        assertThat(docker(wherry, "context", "ls", "-q").lines()).doesNotContain("wherry");
        assertThat(docker(wherry, "context", "show")).isEqualTo("other");
    }

    @Test
    void envPointsDockerAtTheEngineWhateverWasSetBefore(Wherry wherry) throws Exception {
        String env = wherry.wherry("env").line().stream().map(word -> "'" + word.replace("'", "'\\''") + "'")
                .reduce((one, other) -> one + " " + other).orElseThrow();
        Map<String, String> environment = environment(wherry);
        environment
                .putAll(Map.of("DOCKER_CONTEXT", "nowhere", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/nowhere"));
        Command.Result result = new Command(
                List.of("bash", "-c", "eval \"$(" + env + ")\"; \"$0\" version -f '{{.Server.Os}}'",
                        wherry.dockerClient().toString()),
                environment).run();
        assertThat(result.succeeded()).isEqualTo("linux");
    }

    private Map<String, String> environment(Wherry wherry) {
        Map<String, String> environment = new HashMap<>(wherry.environment());
        environment.put("DOCKER_CONFIG", folder.resolve("docker").toString());
        return environment;
    }

    private void wherry(Wherry wherry, String... arguments) throws Exception {
        new Command(wherry.wherry(arguments).line(), environment(wherry)).run().succeeded();
    }

    private String docker(Wherry wherry, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(wherry.dockerClient().toString()));
        line.addAll(List.of(arguments));
        return new Command(line, environment(wherry)).run().succeeded();
    }
}
