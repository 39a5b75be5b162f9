// What becomes of a container: listed, run, stopped, deleted.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainersTest extends WithEngine {

    private Containers containers;

    @BeforeEach
    void useContainers() {
        containers = new Containers(client);
    }

    @Test
    void tellsWhatBelongsToCompose() throws IOException {
        answers("GET /containers/json", """
                [{"Id":"1","Names":["/shop-db-1"],"ImageID":"sha256:9","State":"running","Created":1,
                  "Labels":{"com.docker.compose.project":"shop","com.docker.compose.service":"db"},
                  "Mounts":[{"Type":"volume","Name":"data","Destination":"/var"},{"Type":"bind","Source":"/x"}],
                  "NetworkSettings":{"Networks":{"shop_default":{"NetworkID":"7"}}}},
                 {"Id":"2","Names":["/lone"],"State":"exited","Created":1}]""");
        assertThat(containers.list(true)).satisfiesExactly(db -> {
            assertThat(db.composeProject()).isEqualTo("shop");
            assertThat(db.composeService()).isEqualTo("db");
            assertThat(db.imageId()).isEqualTo("sha256:9");
            assertThat(db.volumes()).containsExactly("data");
            assertThat(db.networks()).containsExactly("shop_default");
        }, lone -> assertThat(lone.composeProject()).isNull());
    }

    @Test
    void keepsWherrysOwnHelpersOutOfTheList() throws IOException {
        answers("GET /containers/json", """
                [{"Id":"1","Labels":{"dev.wherry.helper":"volume"}},{"Id":"2","Labels":{}}]""");
        assertThat(containers.list(false)).extracting(ContainerSummary::id).containsExactly("2");
    }

    @Test
    void runsWhatTheFormSays() throws IOException {
        accepts("POST /containers/create", "{\"Id\":\"abc\",\"Warnings\":[]}");
        engine.says("POST /containers/abc/start", "HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(containers.run(new RunRequest("nginx", "web", List.of(new RunRequest.Port(8080, 80, "tcp"),
                new RunRequest.Port(0, 80, "tcp")), Map.of("A", "b=c"),
                List.of(new RunRequest.Mount("/src", "/www", true), new RunRequest.Mount("data", "/var", false)),
                List.of("nginx", "-g", "daemon off;"), "always", false))).isEqualTo("abc");

        assertThat(requests()).containsExactly("POST /containers/create?name=web", "POST /containers/abc/start");
        assertThat(body("POST /containers/create")).isEqualTo(JSON.readTree("""
                {"Image":"nginx","Env":["A=b=c"],"Cmd":["nginx","-g","daemon off;"],"ExposedPorts":{"80/tcp":{}},
                 "HostConfig":{"AutoRemove":false,"RestartPolicy":{"Name":"always"},
                   "Mounts":[{"Type":"bind","Source":"/src","Target":"/www","ReadOnly":true,
                              "BindOptions":{"CreateMountpoint":true}},
                             {"Type":"volume","Source":"data","Target":"/var","ReadOnly":false}],
                   "PortBindings":{"80/tcp":[{"HostPort":"8080"},{"HostPort":""}]}}}"""));
    }

    @Test
    void leavesTheCommandToTheImageUnlessOneIsGiven() throws IOException {
        accepts("POST /containers/create", "{\"Id\":\"abc\"}");
        engine.says("POST /containers/abc/start", "HTTP/1.1 204 No Content\r\n\r\n");
        containers.run(RunRequest.of("nginx"));
        assertThat(body("POST /containers/create").has("Cmd")).isFalse();
        assertThat(requests()).startsWith("POST /containers/create");
    }

    @Test
    void deletesAContainerThatDoesNotStartSoThatItsNameIsFreeAgain() {
        accepts("POST /containers/create", "{\"Id\":\"abc\"}");
        engine.on("POST /containers/abc/start",
                exchange -> exchange.json(500, "{\"message\":\"port is already allocated\"}"));
        engine.says("DELETE /containers/abc", "HTTP/1.1 204 No Content\r\n\r\n");
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> containers.run(RunRequest.of("x")))
                .withMessageContaining("port is already allocated");
        assertThat(requests()).last().isEqualTo("DELETE /containers/abc?force=true&v=true");
    }

    @Test
    void takesStoppingWhatIsStoppedForDone() throws IOException {
        engine.says("POST /containers/web/stop", "HTTP/1.1 304 Not Modified\r\n\r\n");
        containers.stop("web");
        assertThat(requests()).containsExactly("POST /containers/web/stop");
    }

    @Test
    void listsProcessesAsPsDoes() throws IOException {
        answers("GET /containers/web/top", """
                {"Titles":["UID","PID","CMD"],"Processes":[["root","1","nginx"],["www","7","nginx: worker"]]}""");
        assertThat(containers.top("web")).isEqualTo(new ProcessTable(List.of("UID", "PID", "CMD"),
                List.of(List.of("root", "1", "nginx"), List.of("www", "7", "nginx: worker"))));
    }
}
