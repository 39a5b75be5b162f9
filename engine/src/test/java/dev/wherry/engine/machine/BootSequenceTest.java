// What a start leaves behind that does not come to its end.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.guest.GuestKeys;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.UnixSshAgent;
import dev.wherry.engine.hypervisor.RunningVm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootSequenceTest {

    @TempDir
    private Path home;

    @Test
    void aStartThatIsCalledOffLeavesNoConnectionAtWork() throws Exception {
        Set<Thread> before = ofSshClients();
        MachineFiles files = MachineFiles.of(new Directories(home, home, home, home), MachineFiles.DEFAULT_NAME);
        CountDownLatch connecting = new CountDownLatch(1);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            BootSequence sequence = new BootSequence(vmAt(silent.getLocalPort()),
                    GuestKeys.loadOrCreate(files.keys()), files,
                    new VmDetails(1, "tcg", "", "", 1, 1, silent.getLocalPort(), null, null, false), List.of(),
                    new Entrance(files.engineSocket(), caller -> {
                        throw new IOException("nobody is let in");
                    }), PortPolicy.LOOPBACK, new UnixSshAgent(null), Duration.ofMinutes(1));
            Thread start = Thread.ofVirtual().start(() -> {
                try {
                    sequence.join(stage -> connecting.countDown());
                } catch (MachineException | InterruptedException e) {
                    // called off
                }
            });
            connecting.await();
            await().until(() -> !before.containsAll(ofSshClients()));
            start.interrupt();
            assertThat(start.join(Duration.ofSeconds(20))).isTrue();
        }
        await().untilAsserted(() -> assertThat(before).containsAll(ofSshClients()));
    }

    private static Set<Thread> ofSshClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sshd-")).collect(Collectors.toSet());
    }

    /** A VM of which nothing but the port is asked. */
    private static RunningVm vmAt(int port) {
        return (RunningVm) Proxy.newProxyInstance(RunningVm.class.getClassLoader(), new Class<?>[]{RunningVm.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sshPort" -> port;
                    case "isAlive" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
