// Published ports on the host.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class PortsVmTest {

    private static final String REQUEST = "GET / HTTP/1.0\r\n\r\n";
    private static final InetAddress LOOPBACK_4 = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress LOOPBACK_6 = InetAddress.ofLiteral("::1");

    private int port;

    @BeforeEach
    void makeAnImageAndFindAPort(Wherry wherry) throws Exception {
        Containers.buildShell(wherry);
        port = freePort();
    }

    @AfterEach
    void remove(Wherry wherry) throws Exception {
        wherry.docker("rm", "-f", "web").run().succeeded();
    }

    @Test
    void aPublishedPortAnswersOnBothLoopbacksAndOnlyThereAndGoesWithItsContainer(Wherry wherry) throws Exception {
        serve(wherry, port + ":80");
        assertThat(answer(LOOPBACK_4)).contains("hello from a container");
        assertThat(answer(LOOPBACK_6)).contains("hello from a container");
        for (InetAddress other : otherAddresses()) {
            assertThatThrownBy(() -> answer(other)).as("%s", other).isInstanceOf(IOException.class);
        }
        wherry.docker("rm", "-f", "web").run().succeeded();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThatThrownBy(() -> answer(LOOPBACK_4)).isInstanceOf(ConnectException.class));
        assertThatThrownBy(() -> answer(LOOPBACK_6)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aPortPublishedOn127001AnswersThereAlone(Wherry wherry) throws Exception {
        serve(wherry, "127.0.0.1:" + port + ":80");
        assertThat(answer(LOOPBACK_4)).contains("hello from a container");
        assertThatThrownBy(() -> answer(LOOPBACK_6)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aTakenPortIsNamedInTheStatusAndTakenAsSoonAsItIsFree(Wherry wherry) throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, LOOPBACK_4)) {
            wherry.docker("run", "-d", "--name", "web", "-p", port + ":80", Containers.SHELL, "httpd", "-f", "-h",
                    "/www")
                    .run().succeeded();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(problems(wherry))
                    .containsExactly("127.0.0.1:" + port + " is taken by java (process "
                            + ProcessHandle.current().pid() + ")."));
            assertThat(wherry.run("status")).contains("PROBLEM: 127.0.0.1:" + port);
            assertThat(taken.isBound()).isTrue();
        }
        await().atMost(Duration.ofSeconds(20)).ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> answer(LOOPBACK_4).contains("hello from a container"));
        assertThat(problems(wherry)).isEmpty();
    }

    @Test
    void aDownloadEndsWhenItsContainerIsRemoved(Wherry wherry) throws Exception {
        serve(wherry, port + ":80");
        wherry.docker("exec", "web", "truncate", "-s", "4G", "/www/large").run().succeeded();
        try (Socket socket = new Socket(LOOPBACK_4, port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET /large HTTP/1.0\r\n\r\n".getBytes(UTF_8));
            InputStream in = socket.getInputStream();
            assertThat(in.readNBytes(1_000_000)).hasSize(1_000_000);
            wherry.docker("rm", "-f", "web").run().succeeded();
            byte[] buffer = new byte[64 * 1024];
            try {
                while (in.read(buffer) >= 0) {
                    // what was on its way
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("reset");
            }
        }
    }

    @Test
    void aContainerOnTheVmsNetworkIsReachedWhereItListensAndTheVmsOwnServicesAreNot(Wherry wherry) throws Exception {
        wherry.docker("run", "-d", "--name", "web", "--network", "host", Containers.SHELL, "httpd", "-f", "-p",
                Integer.toString(port), "-h", "/www").run().succeeded();
        awaitAnswer();
        assertThat(answer(LOOPBACK_6)).contains("hello from a container");
        assertThat(wherry.status().path("ports")).hasSize(2)
                .allSatisfy(forward -> assertThat(forward.path("guestPort").asInt()).isEqualTo(port));
        wherry.docker("rm", "-f", "web").run().succeeded();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThatThrownBy(() -> answer(LOOPBACK_4)).isInstanceOf(ConnectException.class));
    }

    @Test
    void aPortIsOpenedToTheNetworkAndMovedBySettingsWhileTheMachineRuns(Wherry wherry) throws Exception {
        serve(wherry, port + ":80");
        int elsewhere = freePort();
        try {
            assertThat(wherry.wherry("config", "set", "ports." + port, "all").run().stderr())
                    .contains("Done.", "Other computers of your network can now reach ports");
            await().atMost(Duration.ofSeconds(30)).untilAsserted(
                    () -> assertThat(wherry.run("port")).contains("0.0.0.0:" + port + " -> web port 80/tcp"));
            for (InetAddress other : otherAddresses()) {
                assertThat(answer(other)).contains("hello from a container");
            }
            wherry.run("config", "set", "ports." + port, Integer.toString(elsewhere));
            await().atMost(Duration.ofSeconds(30)).ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> Http.get(new InetSocketAddress(LOOPBACK_4, elsewhere), REQUEST)
                            .contains("hello from a container"));
            assertThatThrownBy(() -> answer(LOOPBACK_4)).isInstanceOf(ConnectException.class);
        } finally {
            wherry.run("config", "unset", "ports");
        }
        awaitAnswer();
        for (InetAddress other : otherAddresses()) {
            assertThatThrownBy(() -> answer(other)).as("%s", other).isInstanceOf(IOException.class);
        }
    }

    // As on Linux, a port takes connections a moment before the server in its container does.
    private void serve(Wherry wherry, String publish) throws Exception {
        wherry.docker("run", "-d", "--name", "web", "-p", publish, Containers.SHELL, "httpd", "-f", "-h", "/www").run()
                .succeeded();
        awaitAnswer();
    }

    private void awaitAnswer() {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> answer(LOOPBACK_4).contains("hello from a container"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, LOOPBACK_4)) {
            return any.getLocalPort();
        }
    }

    private static List<String> problems(Wherry wherry) throws Exception {
        List<String> problems = new ArrayList<>();
        for (JsonNode forward : wherry.status().path("ports")) {
            if (!forward.path("problem").isNull()) {
                problems.add(forward.path("problem").asText().replaceAll("(?<=\\)\\.).*", ""));
            }
        }
        return problems;
    }

    private String answer(InetAddress address) throws IOException {
        return Http.get(new InetSocketAddress(address, port), REQUEST);
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces().filter(nic -> {
            try {
                return nic.isUp() && !nic.isLoopback();
            } catch (IOException e) {
                return false;
            }
        }).flatMap(NetworkInterface::inetAddresses).filter(Inet4Address.class::isInstance).toList();
    }
}
