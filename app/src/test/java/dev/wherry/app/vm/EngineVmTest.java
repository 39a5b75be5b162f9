// An unmodified docker client on the host, against the engine in the VM.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@ExtendWith(SharedVm.class)
class EngineVmTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAnImage(Wherry wherry) throws Exception {
        Containers.buildShell(wherry);
    }

    @Test
    void crunIsTheDefaultRuntimeAndNothingIsToWarnAbout(Wherry wherry) throws Exception {
        assertThat(wherry.docker("info", "--format", "{{.DefaultRuntime}} {{.Driver}}").run().succeeded())
                .isEqualTo("crun overlay2");
    }

    @Test
    void runReturnsTheContainersExitCodeAndStreams(Wherry wherry) throws Exception {
        Command.Result result = wherry
                .docker("run", "--rm", Containers.SHELL, "sh", "-c", "echo out; echo err >&2; exit 9").run();
        assertThat(result.exitCode()).isEqualTo(9);
        assertThat(result.stdout()).isEqualTo("out\n");
        assertThat(result.stderr()).isEqualTo("err\n");
    }

    @Test
    void theEndOfInputReachesAContainerAndItsWholeAnswerComesBack(Wherry wherry) throws Exception {
        byte[] bytes = new byte[1_000_000];
        new Random(5).nextBytes(bytes);
        assertThat(wherry.docker("run", "--rm", "-i", Containers.SHELL, "cat").withInput(bytes).run().out())
                .isEqualTo(bytes);
    }

    @Test
    void execWithATerminalIsATerminal(Wherry wherry) throws Exception {
        wherry.docker("run", "-d", "--name", "sleeper", Containers.SHELL, "sleep", "1000").run().succeeded();
        try {
            // script(1) gives the client a terminal.
            String client = String.join(" ", wherry.docker("exec", "-it", "sleeper", "tty").line());
            Command.Result result = new Command(List.of("script", "-qec", client, "/dev/null"),
                    wherry.dockerEnvironment()).run();
            assertThat(result.succeeded()).contains("/dev/pts/");
        } finally {
            wherry.docker("rm", "-f", "sleeper").run().succeeded();
        }
    }

    @Test
    void logsFollowAContainerToItsEnd(Wherry wherry) throws Exception {
        wherry.docker("run", "-d", "--name", "talker", Containers.SHELL, "sh", "-c",
                "mkfifo /tmp/pipe; echo one; read x < /tmp/pipe; echo two").run().succeeded();
        Path out = folder.resolve("out");
        Process follower = wherry.docker("logs", "-f", "talker").start(out, folder.resolve("err"));
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(out).equals("one\n"));
            // The container may end, and this command with it, before the command does.
            wherry.docker("exec", "talker", "sh", "-c", "echo go > /tmp/pipe").run();
            assertThat(follower.waitFor(60, TimeUnit.SECONDS)).as("logs -f ends with the container").isTrue();
            assertThat(out).hasContent("one\ntwo");
        } finally {
            follower.destroyForcibly();
            wherry.docker("rm", "-f", "talker").run().succeeded();
        }
    }

    @Test
    void cpCarriesAFileBothWaysUnchanged(Wherry wherry) throws Exception {
        byte[] bytes = new byte[20_000_000];
        new Random(6).nextBytes(bytes);
        Path file = Files.write(folder.resolve("a file"), bytes);
        wherry.docker("create", "--name", "box", Containers.SHELL, "true").run().succeeded();
        try {
            wherry.docker("cp", file.toString(), "box:/tmp/there").run().succeeded();
            wherry.docker("cp", "box:/tmp/there", folder.resolve("back").toString()).run().succeeded();
            assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
        } finally {
            wherry.docker("rm", "-f", "box").run().succeeded();
        }
    }

    @Test
    void commitMakesAnImageOfAContainer(Wherry wherry) throws Exception {
        wherry.docker("run", "--name", "changed", Containers.SHELL, "sh", "-c", "echo kept > /kept").run().succeeded();
        wherry.docker("commit", "changed", "test/changed").run().succeeded();
        wherry.docker("rm", "changed").run().succeeded();
        assertThat(wherry.docker("run", "--rm", "test/changed", "cat", "/kept").run().succeeded()).isEqualTo("kept");
        wherry.docker("rmi", "test/changed").run().succeeded();
    }

    @Test
    void containersOnANetworkFindEachOtherByNameAndAnInternalNetworkStaysInside(Wherry wherry) throws Exception {
        wherry.docker("network", "create", "inner", "--internal").run().succeeded();
        wherry.docker("run", "-d", "--name", "server", "--network", "inner", Containers.SHELL, "httpd", "-f", "-h",
                "/www")
                .run().succeeded();
        try {
            assertThat(wherry
                    .docker("run", "--rm", "--network", "inner", Containers.SHELL, "wget", "-qO-", "http://server/")
                    .run().succeeded()).isEqualTo("hello from a container");
            assertThat(wherry.docker("run", "--rm", "--network", "inner", Containers.SHELL, "wget", "-T", "2", "-qO-",
                    "http://10.0.2.2:1/").run().exitCode()).isNotZero();
        } finally {
            wherry.docker("rm", "-f", "server").run().succeeded();
            wherry.docker("network", "rm", "inner").run().succeeded();
        }
    }

    @Test
    void aForeignDockerHostChangesNothingForUs(Wherry wherry) throws Exception {
        Command command = new Command(wherry.wherry("docker", "ps", "-q").line(), Map.of("WHERRY_HOME",
                wherry.home().toString(), "DOCKER_HOST", "tcp://192.0.2.1:1", "HTTP_PROXY", "http://192.0.2.1:1"));
        assertThat(command.withInput("".getBytes(UTF_8)).run().exitCode()).isZero();
    }
}
