// A VM in QEMU, steered over QMP.
package dev.wherry.engine.hypervisor.qemu;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.VmEvent;
import dev.wherry.engine.hypervisor.VmExit;
import dev.wherry.engine.hypervisor.VmStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running QEMU with its control connection. */
final class QemuVm implements RunningVm {

    private static final Logger LOG = LoggerFactory.getLogger(QemuVm.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration QUIT_DEADLINE = Duration.ofSeconds(3);
    private static final long BYTES_PER_MIB = 1024 * 1024;

    private final QmpClient qmp;
    private final VmEvents events;
    private final QemuProcess process;
    private final UserNetwork network;
    private final int sshPort;
    private final CompletableFuture<VmExit> exit;
    private volatile boolean released;

    /** Takes over {@code qmp}. */
    QemuVm(QmpClient qmp, VmEvents events, QemuProcess process, ErrorLog errors) throws QmpException {
        this.qmp = qmp;
        this.events = events;
        this.process = process;
        this.network = new UserNetwork(qmp, DEADLINE);
        this.sshPort = network.sshPort();
        // The reason for the end comes over QMP: what QEMU said last must be read before it is judged.
        this.exit = process.handle().onExit()
                .thenCombine(qmp.onClose().completeOnTimeout(null, DEADLINE.toMillis(), TimeUnit.MILLISECONDS),
                        (ended, closed) -> explainEnd(errors));
    }

    @Override
    public long pid() {
        return process.handle().pid();
    }

    @Override
    public boolean isAlive() {
        return process.handle().isAlive();
    }

    @Override
    public VmStatus status() throws HypervisorException {
        if (!isAlive()) {
            return VmStatus.STOPPED;
        }
        try {
            return statusOf(qmp.execute("query-status", DEADLINE).path("status").asText());
        } catch (QmpException e) {
            if (!isAlive()) {
                return VmStatus.STOPPED;
            }
            throw failure("ask the VM for its status", e);
        }
    }

    /** What a value of QMP's {@code RunState} means to us. */
    static VmStatus statusOf(String runState) {
        return switch (runState) {
            case "running" -> VmStatus.RUNNING;
            case "prelaunch", "inmigrate" -> VmStatus.STARTING;
            case "io-error" -> VmStatus.DISK_ERROR;
            case "internal-error", "guest-panicked", "watchdog" -> VmStatus.CRASHED;
            case "shutdown" -> VmStatus.STOPPED;
            default -> VmStatus.PAUSED;
        };
    }

    @Override
    public void pause() throws HypervisorException {
        command("pause the VM", "stop", Map.of());
    }

    @Override
    public void resume() throws HypervisorException {
        command("resume the VM", "cont", Map.of());
    }

    @Override
    public void powerDown() throws HypervisorException {
        command("press the VM's power button", "system_powerdown", Map.of());
    }

    @Override
    public void kill() throws HypervisorException, InterruptedException {
        try {
            qmp.execute("quit", QUIT_DEADLINE);
        } catch (QmpException e) {
            // Already gone, or hung, or our connection is closed: the process itself decides.
            LOG.debug("QEMU {} was asked to quit", pid(), e);
        }
        if (!process.endsWithin(QUIT_DEADLINE) && !process.destroy()) {
            throw new HypervisorException("Tried to end the VM but failed because its process " + pid()
                    + " does not end even when forced to");
        }
    }

    @Override
    public int sshPort() {
        return sshPort;
    }

    @Override
    public void setBalloon(int memoryMiB) throws HypervisorException {
        command("change the VM's memory", "balloon", Map.of("value", memoryMiB * BYTES_PER_MIB));
    }

    @Override
    public void growDataDisk(long bytes) throws HypervisorException {
        command("grow the VM's data disk", "block_resize",
                Map.of("node-name", QemuCommandLine.DATA_NODE, "size", bytes));
    }

    @Override
    public Map<Integer, Integer> udpForwards() throws HypervisorException {
        try {
            return network.udpForwards();
        } catch (QmpException e) {
            throw failure("see which UDP ports lead to the guest", e);
        }
    }

    @Override
    public void addUdpForward(int guestPort) throws HypervisorException {
        try {
            network.addUdp(guestPort);
        } catch (QmpException e) {
            throw failure("forward a UDP port to port " + guestPort + " of the guest", e);
        }
    }

    @Override
    public void removeUdpForward(int hostPort) throws HypervisorException {
        try {
            network.removeUdp(hostPort);
        } catch (QmpException e) {
            throw failure("end the forward of UDP port " + hostPort, e);
        }
    }

    @Override
    public void onEvent(Consumer<VmEvent> listener) {
        events.add(listener);
    }

    @Override
    public CompletableFuture<VmExit> onExit() {
        return exit.copy();
    }

    @Override
    public void close() {
        released = true;
        qmp.close();
    }

    @Override
    public String toString() {
        return "QEMU process " + pid();
    }

    private void command(String purpose, String command, Map<String, ?> arguments) throws HypervisorException {
        try {
            qmp.execute(command, arguments, DEADLINE);
        } catch (QmpException e) {
            throw failure(purpose, e);
        }
    }

    private static HypervisorException failure(String purpose, QmpException cause) {
        return new HypervisorException("Tried to " + purpose + " but failed because " + cause.getMessage(), cause);
    }

    private VmExit explainEnd(ErrorLog errors) {
        if (released) {
            return new VmExit(false, "QEMU ended; how is not known, as its control connection had been closed before");
        }
        return events.shutdownReason()
                .map(reason -> new VmExit(!reason.equals("guest-panic"), "QEMU shut down: " + reason))
                .orElseGet(() -> new VmExit(false,
                        ("QEMU ended without a word of farewell: it crashed or was killed\n" + errors.tail()).strip()));
    }
}
