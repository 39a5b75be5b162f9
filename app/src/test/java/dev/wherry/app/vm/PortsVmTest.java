// Published ports on the host.
package dev.wherry.app.vm;

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
        try (ServerSocket any = new ServerSocket(0, 1, LOOPBACK_4)) {
            port = any.getLocalPort();
        }
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
                    .containsExactly("127.0.0.1:" + port + " is taken by another program on this computer."));
            assertThat(wherry.run("status")).contains("PROBLEM: 127.0.0.1:" + port);
            assertThat(taken.isBound()).isTrue();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(answer(LOOPBACK_4)).contains("hello from a container"));
        assertThat(problems(wherry)).isEmpty();
    }

    @Test
    void aDownloadEndsWhenItsContainerIsRemoved(Wherry wherry) throws Exception {
        wherry.docker("run", "-d", "--name", "web", "-p", port + ":80", Containers.SHELL, "nc", "-lk", "-p", "80", "-e",
                "cat",
                "/dev/zero").run().succeeded();
        awaitForward(wherry);
        try (Socket socket = new Socket(LOOPBACK_4, port)) {
            socket.setSoTimeout(60_000);
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

    private void serve(Wherry wherry, String publish) throws Exception {
        wherry.docker("run", "-d", "--name", "web", "-p", publish, Containers.SHELL, "httpd", "-f", "-h", "/www").run()
                .succeeded();
        awaitForward(wherry);
    }

    private void awaitForward(Wherry wherry) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(wherry.status().path("ports"))
                .anyMatch(p -> p.path("host").asText().endsWith(":" + port) && p.path("problem").isNull()));
    }

    private static List<String> problems(Wherry wherry) throws Exception {
        List<String> problems = new ArrayList<>();
        for (JsonNode forward : wherry.status().path("ports")) {
            if (!forward.path("problem").isNull()) {
                problems.add(forward.path("problem").asText().replaceAll("(?<=computer\\.).*", ""));
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
