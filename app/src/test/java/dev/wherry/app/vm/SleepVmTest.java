// A machine that stood still, or whose clock is wrong, is as before within seconds (scenario 18).
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class SleepVmTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofSeconds(90);
    /** Longer than any connection outlives that is not asked for anything. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @BeforeEach
    void start(Wherry wherry) throws Exception {
        wherry.run("up");
        Containers.buildShell(wherry);
    }

    @AfterEach
    void putBack(Wherry wherry) throws Exception {
        wherry.run("up");
        wherry.docker("rm", "-f", "sleeper").run().succeeded();
    }

    @Test
    void aClockThatIsWrongIsSetWhetherBehindOrAhead(Wherry wherry) throws Exception {
        for (int wrong : new int[]{-600, 90}) {
            wherry.inGuest("date -s @$(( $(date +%s) + " + wrong + " ))");
            awaitRightClock(wherry);
        }
    }

    @Test
    void aVmThatStoodStillForAMinuteIsReachedByAllWaysAgain(Wherry wherry) throws Exception {
        InetSocketAddress port = serve(wherry);
        Path file = Files.writeString(wherry.newFolder("kept").resolve("file"), "shared");
        long before = lostConnections(wherry);
        long vm = wherry.vm().pid();
        signal("STOP", vm);
        Instant end = Instant.now().plus(STANDSTILL);
        try {
            await("the connection is given up").atMost(LATER).until(() -> lostConnections(wherry) > before);
            await("a standstill of a minute").atMost(LATER).until(() -> Instant.now().isAfter(end));
        } finally {
            signal("CONT", vm);
        }
        await().atMost(SOON).until(() -> wherry.docker("version").run().exitCode() == 0);
        await().atMost(SOON).ignoreException(IOException.class).until(
                () -> Http.get(port, "GET / HTTP/1.0\r\n\r\n").contains("hello from a container"));
        await().atMost(SOON).until(() -> wherry.wherry("ssh", "cat \"" + file + "\"").run().stdout().equals("shared"));
        awaitRightClock(wherry);
    }

    @Test
    void aPausedMachineUsesNoProcessorAndRunsOnForADockerClientOrACommand(Wherry wherry) throws Exception {
        wherry.run("pause");
        ProcessHandle vm = wherry.vm();
        Duration before = vm.info().totalCpuDuration().orElseThrow();
        await("a hundredth of a processor at most").during(Duration.ofSeconds(3)).atMost(SOON).until(() -> vm.info()
                .totalCpuDuration().orElseThrow().minus(before).compareTo(Duration.ofMillis(30)) <= 0);
        assertThat(wherry.state()).isEqualTo("PAUSED");

        assertThat(wherry.docker("version", "--format", "{{.Server.Os}}").run().succeeded()).isEqualTo("linux");
        assertThat(wherry.state()).isEqualTo("RUNNING");
        awaitRightClock(wherry);

        wherry.run("pause");
        assertThat(wherry.inGuest("echo awake")).isEqualTo("awake");
        assertThat(wherry.state()).isEqualTo("RUNNING");
    }

    @Test
    void aMachineThatNobodyUsesIsPausedIfThatIsWantedThoughSomebodyListensToEvents(Wherry wherry) throws Exception {
        String[] running = wherry.docker("ps", "-q").run().succeeded().split("\\s+");
        try {
            each(wherry, "stop", running);
            assertThat(wherry.wherry("config", "set", "idle.pause_after", "10s").run().stderr()).contains("Done.");
            Process listening = wherry.docker("events").start(Path.of("/dev/null"), Path.of("/dev/null"));
            try {
                await().atMost(LATER).until(() -> wherry.state().equals("PAUSED"));
                assertThat(wherry.wherry("status").run().stdout()).contains("is paused: nobody was using it");
                assertThat(listening.isAlive()).isTrue();
                assertThat(wherry.docker("version", "--format", "{{.Server.Os}}").run().succeeded()).isEqualTo("linux");
                assertThat(wherry.state()).isEqualTo("RUNNING");
            } finally {
                listening.destroyForcibly().waitFor();
            }
        } finally {
            wherry.run("config", "unset", "idle");
            wherry.run("up");
            each(wherry, "start", running);
        }
    }

    private static void each(Wherry wherry, String verb, String... containers) throws Exception {
        for (String container : containers) {
            if (!container.isEmpty()) {
                wherry.docker(verb, container).run().succeeded();
            }
        }
    }

    private static InetSocketAddress serve(Wherry wherry) throws Exception {
        InetSocketAddress address;
        try (ServerSocket any = new ServerSocket(0, 1, LOOPBACK)) {
            address = new InetSocketAddress(LOOPBACK, any.getLocalPort());
        }
        wherry.docker("run", "-d", "--name", "sleeper", "-p", address.getPort() + ":80", Containers.SHELL, "httpd",
                "-f", "-h", "/www").run().succeeded();
        await().atMost(SOON).ignoreException(IOException.class).until(
                () -> Http.get(address, "GET / HTTP/1.0\r\n\r\n").contains("hello from a container"));
        return address;
    }

    private static void awaitRightClock(Wherry wherry) {
        await("the guest's clock is right to the second").atMost(SOON).until(() -> ClockLook
                .at(() -> wherry.wherry("ssh", "echo $EPOCHREALTIME").run().succeeded())
                .isWithin(Duration.ofSeconds(1)));
    }

    private static long lostConnections(Wherry wherry) throws IOException {
        try (Stream<String> lines = Files.lines(wherry.home().resolve("logs/agent.log"))) {
            return lines.filter(line -> line.contains("The connection to the guest is lost")).count();
        }
    }

    private static void signal(String name, long process) throws Exception {
        assertThat(new Command(List.of("kill", "-" + name, Long.toString(process)), Map.of()).run().exitCode())
                .isZero();
    }
}
