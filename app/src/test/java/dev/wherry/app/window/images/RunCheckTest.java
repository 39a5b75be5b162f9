// What the form of a new container complains about.
package dev.wherry.app.window.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.wherry.app.window.images.RunDraft.Mount;
import dev.wherry.app.window.images.RunDraft.Port;
import dev.wherry.app.window.images.RunDraft.Variable;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.PublishedPort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunCheckTest {

    private static final RunDraft DRAFT = RunDraft.of("nginx");

    private final RunCheck check = new RunCheck(List.of(new ContainerSummary("1".repeat(64), List.of("web"), "nginx",
            "sha256:1", "running", "Up", Map.of(), List.of(new PublishedPort("0.0.0.0", 80, 8080, "tcp")), List.of(),
            List.of(), List.of(), Instant.EPOCH)));

    @BeforeAll
    static void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private Map<String, String> problems(RunDraft draft) {
        return check.problems(draft);
    }

    private void refuses(RunDraft draft, String field, String why) {
        assertThat(problems(draft)).containsOnlyKeys(field).hasEntrySatisfying(field,
                said -> assertThat(said).contains(why));
    }

    private static RunDraft ports(Port... ports) {
        return DRAFT.withPorts(Arrays.asList(ports));
    }

    private static RunDraft mounts(Mount... mounts) {
        return DRAFT.withMounts(Arrays.asList(mounts));
    }

    @Test
    void anImageAloneIsEnough() {
        assertThat(problems(DRAFT)).isEmpty();
    }

    @Test
    void rowsInWhichNothingIsTypedDoNotCount() {
        assertThat(problems(DRAFT.withPorts(List.of(Port.BLANK, Port.BLANK)).withVariables(List.of(Variable.BLANK))
                .withMounts(List.of(Mount.BLANK, Mount.BLANK)))).isEmpty();
    }

    @Test
    void aNameIsNobodyElsesAndOfTheEnginesLetters() {
        refuses(DRAFT.withName("web"), "name", "There is a container called web");
        refuses(DRAFT.withName(" web "), "name", "There is a container called web");
        refuses(DRAFT.withName("-x"), "name", "begins with a letter");
        refuses(DRAFT.withName("x"), "name", "two or more");
        assertThat(problems(DRAFT.withName("web_2.x-y"))).isEmpty();
    }

    @Test
    void aPortIsANumberUpTo65535() {
        refuses(ports(new Port("", "65536", "tcp")), "ports", "Ports go from 1 to 65535.");
        refuses(ports(new Port("0", "80", "tcp")), "ports", "\"0\" is not a port");
        refuses(ports(new Port("", "http", "tcp")), "ports", "\"http\" is not a port");
        refuses(ports(new Port("8081", "", "tcp")), "ports", "which port of the container");
        assertThat(problems(ports(new Port("", "80", "tcp"), new Port(" 65535 ", "1", "udp")))).isEmpty();
    }

    @Test
    void aPortOfTheHostIsPublishedOncePerProtocol() {
        refuses(ports(new Port("8080", "80", "tcp")), "ports", "published by the container web");
        refuses(ports(new Port("9000", "80", "tcp"), new Port("9000", "81", "tcp")), "ports",
                "9000 is published twice");
        assertThat(problems(ports(new Port("8080", "80", "udp")))).isEmpty();
        assertThat(problems(ports(new Port("53", "53", "tcp"), new Port("53", "53", "udp")))).isEmpty();
        assertThat(problems(ports(new Port("", "80", "tcp"), new Port("", "81", "tcp")))).isEmpty();
    }

    @Test
    void theSamePortWrittenInTwoWaysIsTheSame() {
        refuses(ports(new Port("9000", "80", "tcp"), new Port("09000", "81", "tcp")), "ports", "published twice");
    }

    @Test
    void aVariableHasAName() {
        refuses(DRAFT.withVariables(List.of(new Variable("", "x"))), "variables", "needs a name");
        refuses(DRAFT.withVariables(List.of(new Variable("A=B", "x"))), "variables", "equals signs");
        assertThat(problems(DRAFT.withVariables(List.of(new Variable("EMPTY", ""))))).isEmpty();
    }

    @Test
    void aMountHasTwoEndsAndAPlaceOfItsOwn() {
        refuses(mounts(new Mount("site", "", false)), "mounts", "where the container sees it");
        refuses(mounts(new Mount("site", "/", false)), "mounts", "where the container sees it");
        refuses(mounts(new Mount("", "/data", false)), "mounts", "Say which folder");
        refuses(mounts(new Mount("./site", "/data", false)), "mounts", "Say which folder");
        refuses(mounts(new Mount("one", "/data", false), new Mount("two", "/data", true)), "mounts",
                "both be at /data");
        assertThat(problems(mounts(new Mount("shop-data", "/data", false), new Mount("/srv/site", "/site", true))))
                .isEmpty();
    }

    @Test
    void aCommandIsComplete() {
        refuses(DRAFT.withCommand("echo 'a"), "command", "waits for more");
        assertThat(problems(DRAFT.withCommand("sh -c 'exit 3'"))).isEmpty();
    }

    @Test
    void whatIsRemovedWhenItEndsIsNotStartedAgain() {
        refuses(DRAFT.withAutoRemove(true).withRestart(RunDraft.Restart.ALWAYS), "restart", "cannot be started again");
        assertThat(problems(DRAFT.withAutoRemove(true))).isEmpty();
    }
}
