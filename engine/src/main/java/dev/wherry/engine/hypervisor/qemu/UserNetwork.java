// QEMU's user-mode network (slirp): which ports of the host lead to the guest.
package dev.wherry.engine.hypervisor.qemu;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forwards of a running VM's network. QMP has no commands for them, so this speaks to the human monitor and
 * reads what it prints for people.
 */
final class UserNetwork {

    // Protocol[State] FD SourceAddress Port DestAddress Port …, in a line each; only forwards that listen matter here.
    private static final Pattern SSH_FORWARD = Pattern.compile(
            "TCP\\[HOST_FORWARD]\\s+\\d+\\s+127\\.0\\.0\\.1\\s+(\\d+)\\s+\\S+\\s+22\\s");
    private static final Pattern UDP_FORWARD = Pattern.compile(
            "UDP\\[HOST_FORWARD]\\s+\\d+\\s+127\\.0\\.0\\.1\\s+(\\d+)\\s+\\S+\\s+(\\d+)\\s");

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

    /** Which port of the guest is reached by which on 127.0.0.1. */
    Map<Integer, Integer> udpForwards() throws QmpException {
        return udpForwards(qmp.monitor("info usernet", deadline));
    }

    static Map<Integer, Integer> udpForwards(String table) {
        Map<Integer, Integer> forwards = new TreeMap<>();
        for (Matcher match = UDP_FORWARD.matcher(table); match.find();) {
            forwards.put(Integer.valueOf(match.group(2)), Integer.valueOf(match.group(1)));
        }
        return forwards;
    }

    /** Lets a port of 127.0.0.1 that the system chooses lead to {@code guestPort}. */
    void addUdp(int guestPort) throws QmpException {
        // The guest's address is left out: QEMU takes the first that it would lease, which is the guest's.
        String answer = qmp.monitor("hostfwd_add " + QemuCommandLine.NETWORK + " " + source(0) + "-:"
                + checked(guestPort), deadline);
        if (!answer.isBlank()) {
            throw new QmpException(answer.strip());
        }
    }

    void removeUdp(int hostPort) throws QmpException {
        String answer = qmp.monitor("hostfwd_remove " + QemuCommandLine.NETWORK + " " + source(checked(hostPort)),
                deadline).strip();
        if (!answer.endsWith("removed") && !answer.endsWith("not found")) {
            throw new QmpException(answer);
        }
    }

    private static String source(int port) {
        return "udp:127.0.0.1:" + port;
    }

    private static int checked(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        return port;
    }
}
