// What "wherry env" changes in an environment, and that "--unset" takes exactly that back.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class EngineEnvironmentTest {

    private static final String URL = "unix:///run/docker.sock";
    private static final String OURS = "unix:///run/docker";
    private static final String LOOPBACK = "localhost,127.0.0.1,::1";

    @Test
    void withNothingInTheWayOnlyTheHostIsSet() {
        assertThat(pointed(Map.of("PATH", "/bin"))).isEqualTo(Map.of("PATH", "/bin", "DOCKER_HOST", URL));
    }

    @Test
    void whatWouldMakeDockerLookElsewhereIsTakenOut() {
        Map<String, String> after = pointed(
                Map.of("DOCKER_CONTEXT", "colima", "DOCKER_TLS_VERIFY", "1", "DOCKER_TLS", "1",
                        "DOCKER_CERT_PATH", "/certs", "DOCKER_MACHINE_NAME", "dev", "DOCKER_API_VERSION", "1.40"));
        assertThat(after).doesNotContainKeys("DOCKER_CONTEXT", "DOCKER_TLS_VERIFY", "DOCKER_TLS", "DOCKER_CERT_PATH",
                "DOCKER_MACHINE_NAME").containsEntry("DOCKER_API_VERSION", "1.40");
    }

    @Test
    void aVariableThatIsSetToNothingIsInTheWayToo() {
        assertThat(pointed(Map.of("DOCKER_TLS_VERIFY", ""))).isEqualTo(Map.of("DOCKER_HOST", URL));
    }

    @Test
    void withAProxyPublishedPortsAreReachedWithoutIt() {
        assertThat(pointed(Map.of("https_proxy", "http://proxy:3128"))).containsEntry("NO_PROXY", LOOPBACK)
                .containsEntry("no_proxy", LOOPBACK);
        assertThat(pointed(Map.of("HTTP_PROXY", "x", "no_proxy", " .corp , localhost"))).doesNotContainKey("NO_PROXY")
                .containsEntry("no_proxy", " .corp , localhost,127.0.0.1,::1");
        assertThat(pointed(Map.of("ALL_PROXY", "x", "NO_PROXY", "*"))).containsEntry("NO_PROXY", "*");
        assertThat(pointed(Map.of("ALL_PROXY", "", "NO_PROXY", "a"))).containsEntry("NO_PROXY", "a");
    }

    @Test
    void onWindowsTheSpellingOfAVariableDoesNotMatter() {
        var environment = new EngineEnvironment(Map.of("Http_Proxy", "x", "No_Proxy", "corp"), true);
        assertThat(environment.pointTo(URL, OURS)).contains(
                new EngineEnvironment.Change("NO_PROXY", "corp," + LOOPBACK))
                .noneMatch(change -> change.name().equals("no_proxy"));
    }

    @Test
    void unsetTakesEverythingBack() {
        List<Map<String, String>> befores = List.of(Map.of(), Map.of("HTTP_PROXY", "x"),
                Map.of("http_proxy", "x", "NO_PROXY", "localhost", "no_proxy", ".corp"),
                Map.of("DOCKER_HOST", "ssh://build", "DOCKER_CONTEXT", "colima", "DOCKER_TLS_VERIFY", "1"));
        for (Map<String, String> before : befores) {
            assertThat(undone(pointed(before))).isEqualTo(before);
            assertThat(undone(pointed(pointed(before)))).as("after two runs").isEqualTo(before);
        }
    }

    @Test
    void anotherMachinesEngineIsNotWorthKeeping() {
        Map<String, String> first = apply(Map.of(),
                new EngineEnvironment(Map.of(), false).pointTo("unix:///run/docker-work.sock", OURS));
        assertThat(undone(pointed(first))).isEmpty();
    }

    @Test
    void unsetWithoutAnythingToTakeBackLeavesTheUsersOwn() {
        Map<String, String> own = Map.of("NO_PROXY", "localhost", "DOCKER_CONTEXT", "colima");
        assertThat(undone(own)).isEqualTo(own);
    }

    private static Map<String, String> pointed(Map<String, String> before) {
        return apply(before, new EngineEnvironment(before, false).pointTo(URL, OURS));
    }

    private static Map<String, String> undone(Map<String, String> before) {
        return apply(before, new EngineEnvironment(before, false).undo());
    }

    private static Map<String, String> apply(Map<String, String> before, List<EngineEnvironment.Change> changes) {
        Map<String, String> after = new TreeMap<>(before);
        for (EngineEnvironment.Change change : changes) {
            if (change.value() == null) {
                after.remove(change.name());
            } else {
                after.put(change.name(), change.value());
            }
        }
        return after;
    }
}
