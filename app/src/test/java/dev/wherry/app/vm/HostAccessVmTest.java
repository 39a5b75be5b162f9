// A machine with settings, names and an SSH agent of its own: what of this computer containers get, and what not.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wherry.engine.host.TestSshAgent;
import dev.wherry.engine.names.FakeNameServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
class HostAccessVmTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SOCKET = "/run/host-services/ssh-auth.sock";

    private Wherry wherry;
    private FakeNameServer company;
    private TestSshAgent sshAgent;
    private LoopbackServer proxy;
    private Path hosts;

    @BeforeAll
    void startWithTheLoopbackClosed(@TempDir Path folder) throws Exception {
        company = new FakeNameServer().with("company.test", "TXT", "of-the-company");
        sshAgent = TestSshAgent.start(folder);
        proxy = new LoopbackServer();
        hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n192.0.2.77 vpn.test\n");
        wherry = new Wherry();
        wherry.run("config", "set", "host.loopback", "off");
        wherry.run("config", "set", "host.ssh_agent", "on");
        Map<String, String> environment = new HashMap<>(wherry.environment());
        environment.putAll(Map.of("SSH_AUTH_SOCK", sshAgent.socket().toString(), "http_proxy",
                "http://127.0.0.1:" + proxy.port()));
        List<String> line = new ArrayList<>(wherry.wherry("up").line());
        line.add(1, "-Dwherry.agent.options=-Djdk.net.hosts.file=" + hosts + " -Ddns.server=127.0.0.1:"
                + company.address().getPort());
        new Command(line, environment).run().succeeded();
        Containers.buildShell(wherry);
    }

    @AfterAll
    void leaveNothing() throws Exception {
        try (FakeNameServer leaving = company; TestSshAgent ending = sshAgent; LoopbackServer closing = proxy) {
            wherry.close();
        }
    }

    @Test
    void namesThatOnlyThisComputerFindsAreFoundInContainersAndFollowed() throws Exception {
        assertThat(lookUp("a", "vpn.test")).contains("Address: 192.0.2.77");
        assertThat(lookUp("txt", "company.test")).contains("of-the-company");
        assertThat(lookUp("a", "missing.test")).contains("NXDOMAIN");
        Files.writeString(hosts, "127.0.0.1 localhost\n192.0.2.78 vpn.test\n");
        await().atMost(SOON).until(() -> lookUp("a", "vpn.test").contains("Address: 192.0.2.78"));
    }

    private String lookUp(String type, String name) throws Exception {
        return wherry.docker("run", "--rm", Containers.SHELL, "sh", "-c",
                "nslookup -type=" + type + " " + name + " 2>&1; true").run().succeeded();
    }

    @Test
    void theLoopbackIsClosedButForNamesAndTheProxyAlsoAfterTheEngineStartedAnew() throws Exception {
        assertClosed();
        wherry.inGuest("sv -w 30 restart /etc/service/dockerd");
        await().atMost(SOON).until(() -> wherry.docker("version").run().exitCode() == 0);
        assertClosed();
    }

    private void assertClosed() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            for (String network : new String[]{"bridge", "host"}) {
                for (String address : new String[]{"host.docker.internal", "10.0.2.3"}) {
                    assertThat(fetch(network, "http://" + address + ":" + server.port()).stderr())
                            .contains("onnection refused");
                }
                assertThat(fetch(network, "http://host.docker.internal:" + proxy.port()).succeeded())
                        .isEqualTo("from the host");
            }
            assertThat(fetch("bridge", "http://10.0.2.4:" + server.port()).stderr()).contains("onnection refused");
            assertThat(server.asked()).isZero();
        }
    }

    @Test
    void sharedFoldersAreThereAllTheSame() throws Exception {
        Path file = Files.writeString(wherry.newFolder("shared").resolve("file"), "content");
        assertThat(wherry
                .docker("run", "--rm", "-v", file.getParent() + ":/src", Containers.SHELL, "cat", "/src/file").run()
                .succeeded()).isEqualTo("content");
    }

    private Command.Result fetch(String network, String url) throws Exception {
        return wherry.docker("run", "--rm", "--network", network, Containers.SHELL, "wget", "-T", "20", "-qO-", url)
                .run();
    }

    @Test
    void theSshAgentIsThereForAnyUserOfAContainerAndComesBackAfterALostConnection() throws Exception {
        await().atMost(SOON).until(() -> wherry.wherry("ssh", "test -S " + SOCKET).run().exitCode() == 0);
        Path tools = sshAdd(wherry.newFolder("tools"));
        for (String user : new String[]{"0", "1000:1000"}) {
            assertThat(identities(tools, user)).contains(sshAgent.fingerprint());
        }
        wherry.wherry("ssh", "kill -9 $PPID").run();
        await().atMost(SOON).until(() -> identities(tools, "1000").contains(sshAgent.fingerprint()));
    }

    private String identities(Path tools, String user) throws Exception {
        Command.Result said = wherry.docker("run", "--rm", "-u", user, "-v", SOCKET + ":/agent", "-e",
                "SSH_AUTH_SOCK=/agent", "-v", tools + ":/tools", Containers.SHELL, "sh", "-c",
                "/tools/ld-linux* --library-path /tools /tools/ssh-add -l 2>&1; true").run();
        return said.stdout() + said.stderr();
    }

    // This computer's own program, with the libraries that it needs.
    private static Path sshAdd(Path tools) throws Exception {
        String linked = new Command(List.of("ldd", "/usr/bin/ssh-add"), Map.of()).run().succeeded();
        Files.copy(Path.of("/usr/bin/ssh-add"), tools.resolve("ssh-add"));
        Matcher files = Pattern.compile("(/\\S+) \\(0x").matcher(linked);
        while (files.find()) {
            Path library = Path.of(files.group(1));
            Files.copy(library, tools.resolve(library.getFileName()));
        }
        return tools;
    }
}
