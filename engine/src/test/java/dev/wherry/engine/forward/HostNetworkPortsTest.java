// Who listens on the VM's own network, with the real command on made-up tables of the kernel's.
package dev.wherry.engine.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.PublishedPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class HostNetworkPortsTest {

    private static final String ID = "0123456789abcdef".repeat(4);
    private static final String SSHD = "0: 00000000:0016 00000000:0000 0A 0:0 0:0 0 0 0 100 1";
    private static final String HTTPD = "1: 0100007F:1F90 00000000:0000 0A 0:0 0:0 0 0 0 200 1";
    private static final String CONNECTION = "2: 0100007F:1F90 0100007F:C000 01 0:0 0:0 0 0 0 300 1";
    private static final String HTTPD6 = "0: 00000000000000000000000000000000:1F91 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 201 1";
    private static final String DHCP = "6: 00000000:0044 00000000:0000 07 0:0 0:0 0 0 0 101 2";
    private static final ContainerSummary WEB = container(ID, "host");

    private final LocalGuest guest = new LocalGuest();
    private final AtomicInteger changes = new AtomicInteger();
    @TempDir
    private Path proc;
    private HostNetworkPorts ports;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(proc.resolve("net"));
        table("tcp", SSHD);
        table("tcp6");
        table("udp", DHCP);
        table("udp6");
        Files.writeString(Files.createDirectories(proc.resolve("sys/net/ipv4")).resolve("ip_local_port_range"),
                "32768\t60999\n");
        process(1, "0::/", 100, 101);
        process(7, "0::/docker/" + ID, 200, 201, 300, 400, 401, 402, 403, 404, 405);
        ports = new HostNetworkPorts(guest, changes::incrementAndGet, proc.toString());
    }

    @AfterEach
    void stop() {
        ports.close();
        await().until(() -> guest.running() == 0);
    }

    @Test
    void portsOfTheContainerAreFoundAsTheyComeAndGoAndTheGuestsOwnNever() throws IOException {
        assertThat(found()).isEmpty();
        table("tcp", SSHD, HTTPD, CONNECTION);
        await().untilAsserted(() -> assertThat(found()).containsExactly(port("127.0.0.1", 8080)));
        table("tcp6", HTTPD6);
        await().untilAsserted(() -> assertThat(found()).containsExactly(port("127.0.0.1", 8080),
                port("0:0:0:0:0:0:0:0", 8081)));
        table("tcp", SSHD, CONNECTION);
        table("tcp6");
        await().untilAsserted(() -> assertThat(found()).isEmpty());
        assertThat(changes.get()).isBetween(3, 4);
    }

    @Test
    void udpServersOfTheContainerAreFoundAndItsClientsAndTheGuestsOwnAreNot() throws IOException {
        table("udp", DHCP, udp("00000000:0035", 400), // a server
                udp("0100007F:EE48", 401), // one above the ports of clients
                udp("00000000:8000", 402), udp("00000000:EE47", 402), // clients
                "9: 0100007F:0036 0100007F:0035 01 0:0 0:0 0 0 0 403 2", // connected
                udp("FB0000E0:14E9", 404)); // of a group
        await().untilAsserted(
                () -> assertThat(found()).containsExactly(udpPort("0.0.0.0", 53), udpPort("127.0.0.1", 61_000)));
        table("udp", DHCP);
        table("udp6", udp("00000000000000000000000000000000:0036", 405),
                udp("00000000000000000000000001000000:0037", 405));
        await().untilAsserted(() -> assertThat(found()).containsExactly(udpPort("0.0.0.0", 54)));
        table("udp6");
        await().untilAsserted(() -> assertThat(found()).isEmpty());
    }

    @Test
    void nothingRunsInTheGuestUnlessAContainerIsOnItsNetwork() throws IOException {
        List<ContainerSummary> others = List.of(container(ID, "bridge"));
        assertThat(ports.with(others)).isEqualTo(others);
        assertThat(guest.started()).isZero();
        table("tcp", HTTPD);
        await().untilAsserted(() -> assertThat(found()).hasSize(1));
        ports.with(others);
        await().until(() -> guest.running() == 0);
        assertThat(guest.started()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(found()).hasSize(1));
    }

    @Test
    void aLostCommandIsStartedAgain() throws IOException {
        found();
        await().until(() -> guest.running() == 1);
        guest.killAll();
        table("tcp", HTTPD);
        await().untilAsserted(() -> assertThat(found()).hasSize(1));
        assertThat(guest.started()).isEqualTo(2);
    }

    private List<PublishedPort> found() {
        return ports.with(List.of(WEB)).getFirst().ports();
    }

    private static PublishedPort port(String address, int number) {
        return new PublishedPort(address, number, number, "tcp");
    }

    private static PublishedPort udpPort(String address, int number) {
        return new PublishedPort(address, number, number, "udp");
    }

    private static String udp(String local, int socket) {
        return "7: " + local + " 00000000:0000 07 0:0 0:0 0 0 0 " + socket + " 2";
    }

    private void table(String name, String... lines) throws IOException {
        Path written = Files.writeString(proc.resolve("net").resolve(name + ".new"),
                "  sl  local_address rem_address   st\n  " + String.join("\n  ", lines) + "\n");
        Files.move(written, proc.resolve("net").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void process(int pid, String group, int... sockets) throws IOException {
        Path files = Files.createDirectories(proc.resolve(Integer.toString(pid)).resolve("fd"));
        Files.writeString(proc.resolve(pid + "/cgroup"), group + "\n");
        for (int socket : sockets) {
            Files.createSymbolicLink(files.resolve(Integer.toString(socket)), Path.of("socket:[" + socket + "]"));
        }
    }

    private static ContainerSummary container(String id, String network) {
        return new ContainerSummary(id, List.of("web"), "image", "sha256:1", "running", "Up", Map.of(), List.of(),
                List.of(), List.of(), List.of(network), Instant.EPOCH);
    }
}
