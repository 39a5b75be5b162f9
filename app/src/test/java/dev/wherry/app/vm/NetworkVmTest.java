// This computer as containers see it, on a real VM.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class NetworkVmTest {

    private static final Duration LATER = Duration.ofSeconds(90);

    @BeforeEach
    void start(Wherry wherry) throws Exception {
        wherry.run("up");
        Containers.buildShell(wherry);
    }

    @Test
    void whatListensOnThisComputersLoopbackIsReachedByNameFromEveryNetwork(Wherry wherry) throws Exception {
        wherry.docker("network", "create", "own").run().succeeded();
        try (LoopbackServer server = new LoopbackServer()) {
            String url = "http://%s:" + server.port() + "/";
            for (String network : new String[]{"bridge", "host", "own"}) {
                assertThat(fetch(wherry, network, url.formatted("host.docker.internal"))).isEqualTo("from the host");
            }
            assertThat(fetch(wherry, "own", url.formatted("gateway.docker.internal"))).isEqualTo("from the host");
            assertThat(wherry.docker("run", "--rm", "--add-host", "me:host-gateway", Containers.SHELL, "wget", "-qO-",
                    url.formatted("me")).run().succeeded()).isEqualTo("from the host");
        } finally {
            wherry.docker("network", "rm", "own").run().succeeded();
        }
    }

    @Test
    void theNextAgentAnswersWhereOneWasKilled(Wherry wherry) throws Exception {
        Wherry.kill(wherry.agent().orElseThrow());
        wherry.run("status");
        await().atMost(LATER).until(() -> wherry.wherry("ssh", "nslookup -type=a host.docker.internal").run().stdout()
                .contains("Address: 10.0.2.2"));
        await().atMost(LATER).until(() -> wherry.inGuest("iptables-save -t nat | grep -c 10.0.2.3/32").equals("4"));
    }

    private static String fetch(Wherry wherry, String network, String url) throws Exception {
        return wherry.docker("run", "--rm", "--network", network, Containers.SHELL, "wget", "-qO-", url).run()
                .succeeded();
    }
}
