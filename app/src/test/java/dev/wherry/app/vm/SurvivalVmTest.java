// What a killed agent, VM or connection does to containers and ports: as little as possible.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class SurvivalVmTest {

    private static final int PORT = 18_080;

    @BeforeEach
    void runAServer(Wherry wherry) throws Exception {
        wherry.run("up");
        Containers.buildShell(wherry);
        wherry.docker("run", "-d", "--restart", "always", "--name", "keeper", "-v", "kept:/data", "-p", PORT + ":80",
                Containers.SHELL, "httpd", "-f", "-h", "/www").run().succeeded();
        awaitAnswer();
    }

    @AfterEach
    void remove(Wherry wherry) throws Exception {
        wherry.run("up");
        wherry.docker("rm", "-f", "keeper").run().succeeded();
        wherry.docker("volume", "rm", "kept").run().succeeded();
    }

    @Test
    void afterTheAgentWasKilledTheContainerStillRunsAndStatusHasItAllBack(Wherry wherry) throws Exception {
        String container = wherry.docker("inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "keeper").run().succeeded();
        long vm = wherry.vm().pid();
        Wherry.kill(wherry.agent().orElseThrow());

        assertThat(wherry.run("status")).contains("default is running");
        awaitAnswer();
        assertThat(wherry.vm().pid()).isEqualTo(vm);
        assertThat(wherry.docker("inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "keeper").run().succeeded())
                .isEqualTo(container);
        assertThat(wherry.status().path("ports")).as("every forward is back, none twice").hasSize(2);
    }

    @Test
    void afterTheVmWasKilledTheNextUpHasAllTheData(Wherry wherry) throws Exception {
        wherry.docker("exec", "keeper", "sh", "-c", "echo precious > /data/file && sync").run().succeeded();
        Wherry.kill(wherry.vm());

        await().atMost(Duration.ofSeconds(20)).until(() -> wherry.state().equals("FAILED"));
        assertThat(wherry.wherry("status").run().exitCode()).isEqualTo(3);
        assertThat(wherry.wherry("status").run().stdout()).contains("ended unexpectedly").contains("wherry up");

        wherry.run("up");
        awaitAnswer();
        assertThat(wherry.docker("exec", "keeper", "cat", "/data/file").run().succeeded()).isEqualTo("precious");
    }

    @Test
    void afterAgentAndVmWereKilledAtOnceTheNextUpWorks(Wherry wherry) throws Exception {
        ProcessHandle vm = wherry.vm();
        Wherry.kill(wherry.agent().orElseThrow());
        Wherry.kill(vm);
        wherry.run("up");
        awaitAnswer();
    }

    @Test
    void aLostSshSessionComesBackByItselfWithinSeconds(Wherry wherry) throws Exception {
        // The session's own process is the parent of the shell that runs this, so the answer may be lost with it.
        wherry.wherry("ssh", "kill -9 $PPID").run();
        await().atMost(Duration.ofSeconds(15)).until(() -> wherry.docker("version").run().exitCode() == 0);
        awaitAnswer();
        assertThat(wherry.status().path("ports")).hasSize(2);
    }

    @Test
    void aRebootOfTheGuestBringsEveryForwardBackOnce(Wherry wherry) throws Exception {
        String before = wherry.inGuest("cat /proc/sys/kernel/random/boot_id");
        wherry.wherry("ssh", "reboot").run();
        await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    Command.Result now = wherry.wherry("ssh", "cat /proc/sys/kernel/random/boot_id").run();
                    return now.exitCode() == 0 && !now.stdout().strip().equals(before);
                });
        awaitAnswer();
        assertThat(wherry.status().path("ports")).hasSize(2);
        assertThat(wherry.state()).isEqualTo("RUNNING");
    }

    @Test
    void downAndUpKeepContainersAndAStoppedMachineSaysSo(Wherry wherry) throws Exception {
        wherry.run("down");
        assertThat(wherry.wherry("status").run().exitCode()).isEqualTo(3);
        Command.Result ssh = wherry.wherry("ssh", "true").run();
        assertThat(ssh.exitCode()).isEqualTo(3);
        assertThat(ssh.stderr()).contains("not running").contains("wherry up");
        wherry.run("down");
        wherry.run("up");
        awaitAnswer();
    }

    private static void awaitAnswer() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), PORT);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                .until(() -> Http.get(address, "GET / HTTP/1.0\r\n\r\n").contains("hello from a container"));
    }
}
