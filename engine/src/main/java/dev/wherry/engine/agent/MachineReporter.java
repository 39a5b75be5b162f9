// Tells clients how a machine is.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.wherry.engine.forward.PortForward;
import dev.wherry.engine.forward.Traffic;
import dev.wherry.engine.machine.Machine;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineStatus;
import dev.wherry.engine.machine.Session;
import dev.wherry.engine.machine.Stage;
import dev.wherry.engine.machine.VmDetails;
import dev.wherry.engine.share.ShareState;
import org.jspecify.annotations.Nullable;

/**
 * The reports on one machine.
 *
 * @param name    its name
 * @param files   its files
 * @param machine the machine
 */
record MachineReporter(String name, MachineFiles files, Machine machine) {

    /** How often a watched machine's ports are looked at; its state needs no looking. */
    private static final Duration PORTS_PACE = Duration.ofSeconds(1);

    /** The machine as it is now. */
    MachineReport report() {
        MachineStatus status = machine.status();
        Session session = machine.session().orElse(null);
        Stage stage = status.stage();
        double fraction = stage != null ? stage.fraction() : session != null ? 1 : 0;
        return new MachineReport(name, status.state(), status.since().toString(), stageOf(stage),
                fraction, status.failure(), files.engineSocket().toString(),
                session == null ? null : vm(session.details()),
                session == null ? List.of() : session.ports().stream().map(MachineReporter::port).toList(),
                session == null ? List.of() : session.shares().stream().map(MachineReporter::share).toList());
    }

    private @Nullable String stageOf(@Nullable Stage stage) {
        return stage != null ? stage.title() : machine.reason().orElse(null);
    }

    private static MachineReport.Vm vm(VmDetails details) {
        return new MachineReport.Vm(details.pid(), details.accelerator(), details.reason(), details.image(),
                details.cpus(), details.memoryMiB(), details.sshPort(), details.proxy());
    }

    private static MachineReport.Share share(ShareState state) {
        return new MachineReport.Share(state.share().folder().toString(), state.share().place(),
                state.share().isReadOnly(), state.isMounted(), state.problem());
    }

    private static MachineReport.Port port(PortForward forward) {
        InetAddress address = forward.host().getAddress();
        String host = address.isAnyLocalAddress()
                ? "0.0.0.0"
                : address instanceof Inet6Address ? "[::1]" : address.getHostAddress();
        String problem = forward.state() instanceof PortForward.State.Conflict conflict ? conflict.reason() : null;
        Traffic traffic = forward.traffic();
        return new MachineReport.Port(forward.containerName(), host + ":" + forward.host().getPort(),
                forward.guestPort(), forward.containerPort(), forward.transport().text(), problem, traffic.open(),
                traffic.connections(), traffic.sent(), traffic.received());
    }

    /** Reports on the machine now, after every change and with every heartbeat, until the caller is interrupted. */
    void watch(Calls.Reports reports) throws IOException, InterruptedException {
        Semaphore changes = new Semaphore(0);
        Consumer<MachineStatus> listener = status -> changes.release();
        machine.addListener(listener);
        try {
            MachineReport told = null;
            long silence = System.nanoTime();
            while (true) {
                changes.drainPermits();
                MachineReport now = report();
                if (!now.withoutTraffic().equals(told) || System.nanoTime() - silence > Protocol.HEARTBEAT.toNanos()) {
                    reports.tell(now);
                    told = now.withoutTraffic();
                    silence = System.nanoTime();
                }
                changes.tryAcquire(PORTS_PACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            machine.removeListener(listener);
        }
    }
}
