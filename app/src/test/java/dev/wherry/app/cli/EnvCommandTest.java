// "wherry env" and "wherry socket" as a shell meets them: with no machine and no agent.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.host.ShellWord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvCommandTest {

    @TempDir
    private Path folder;
    private Path home;
    private String url;

    @BeforeEach
    void setUp() throws Exception {
        home = Files.createDirectory(folder.resolve("Zoë's $HOME `x`"));
        url = "unix://" + home.resolve("run/docker.sock");
    }

    @AfterEach
    void noAgentWasStarted() {
        assertThat(home.resolve("run/agent.lock")).doesNotExist();
    }

    @Test
    void aShellFindsTheEngineAndForgetsItAgain() throws Exception {
        String script = "eval \"$(" + ShellWord.line(Program.wherry())
                + " env --shell bash)\"; printf '%s\\n' \"$DOCKER_HOST\";"
                + "eval \"$(" + ShellWord.line(Program.wherry())
                + " env -u --shell bash)\"; printf %s \"${DOCKER_HOST-none}\"";
        assertThat(Program.run(environment(), List.of("sh", "-c", script))).isEqualTo(url + "\nnone");
    }

    @Test
    void theShellThatCallsIsFoundOut() throws Exception {
        Program.require("fish");
        String script = ShellWord.line(Program.wherry()) + " env; true";
        assertThat(Program.run(environment(), List.of("fish", "-N", "-c", script))).startsWith("set -gx DOCKER_HOST '");
    }

    @Test
    void socketPrintsTheSameAddress() throws Exception {
        List<String> line = new ArrayList<>(Program.wherry());
        line.add("socket");
        assertThat(Program.run(environment(), line)).isEqualTo(url + "\n");
    }

    private Map<String, String> environment() {
        return Map.of("WHERRY_HOME", home.toString(), "LC_ALL", "C.UTF-8", "DOCKER_HOST", "");
    }
}
