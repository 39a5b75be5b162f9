// QEMU's user-mode network (slirp): which ports of the host lead to the guest.
package dev.wherry.engine.hypervisor.qemu;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forwards of a running VM's network. QMP has no commands for them, so this speaks to the human monitor and
 * reads what it prints for people.
 */
final class UserNetwork {

    // Protocol[State] FD SourceAddress Port DestAddress Port …, in a line each; only listening TCP forwards matter here.
    private static final Pattern SSH_FORWARD = Pattern.compile(
            "TCP\\[HOST_FORWARD]\\s+\\d+\\s+127\\.0\\.0\\.1\\s+(\\d+)\\s+\\S+\\s+22\\s");

    private final QmpClient qmp;
    private final Duration deadline;

    UserNetwork(QmpClient qmp, Duration deadline) {
        this.qmp = qmp;
        this.deadline = deadline;
    }

    /** The port of the host that leads to the guest's SSH, which the system chose when QEMU asked it for port 0. */
    int sshPort() throws QmpException {
        String table = qmp.monitor("info usernet", deadline);
        return sshPort(table).orElseThrow(() -> new QmpException("QEMU lists no forward to the guest's SSH: " + table));
    }

    static Optional<Integer> sshPort(String table) {
        Matcher match = SSH_FORWARD.matcher(table);
        return match.find() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    void addUdp(InetAddress address, int hostPort, int guestPort) throws QmpException {
        // The guest's address is left out: QEMU takes the first that it would lease, which is the guest's.
        String answer = qmp.monitor("hostfwd_add " + QemuCommandLine.NETWORK + " " + source(address, hostPort) + "-:"
                + checked(guestPort), deadline);
        if (!answer.isBlank()) {
            throw new QmpException(answer.strip());
        }
    }

    void removeUdp(InetAddress address, int hostPort) throws QmpException {
        String answer = qmp.monitor("hostfwd_remove " + QemuCommandLine.NETWORK + " " + source(address, hostPort),
                deadline).strip();
        if (!answer.endsWith("removed") && !answer.endsWith("not found")) {
            throw new QmpException(answer);
        }
    }

    private static String source(InetAddress address, int port) throws QmpException {
        if (!(address instanceof Inet4Address)) {
            throw new QmpException("QEMU forwards UDP from IPv4 addresses only, not from " + address.getHostAddress());
        }
        return "udp:" + address.getHostAddress() + ":" + checked(port);
    }

    private static int checked(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        return port;
    }
}
