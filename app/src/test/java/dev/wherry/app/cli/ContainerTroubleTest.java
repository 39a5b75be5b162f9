// What the user is told when nothing could be run in a container.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTroubleTest {

    private static final String WHERRY = "wherry -m work";

    @Test
    void anUnknownContainerIsAnsweredWithThoseThatRun() {
        assertThat(ContainerTrouble.explain(WHERRY, "wbe", List.of("name web", "name db"))).containsExactly(
                "wherry: There is no container \"wbe\".", "        Running: web, db");
        assertThat(ContainerTrouble.explain(WHERRY, "web", List.of())).last().isEqualTo("        None is running.");
    }

    @ParameterizedTest
    @CsvSource({"exited, wherry -m work docker start web", "created, wherry -m work docker start web",
            "paused, wherry -m work docker unpause web", "restarting, wherry -m work docker logs web"})
    void aContainerThatDoesNotRunIsAnsweredWithWhatToDo(String state, String remedy) {
        assertThat(ContainerTrouble.explain(WHERRY, "web", List.of("state " + state))).last().asString()
                .endsWith(remedy);
    }

    @Test
    void aContainerWithoutAShellIsAnsweredWithWhatToType() {
        assertThat(ContainerTrouble.explain(WHERRY, "web", List.of("state running", "shell none"))).containsExactly(
                "wherry: Container \"web\" has no shell.",
                "        Name a command that it has: wherry -m work shell web COMMAND");
    }

    @Test
    void ofAContainerThatRunsNothingIsSaid() {
        assertThat(ContainerTrouble.explain(WHERRY, "web", List.of("state running"))).isEmpty();
    }
}
