// What the machine that is not there is doing.
package dev.wherry.engine.agent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus.Failure;
import dev.wherry.engine.machine.Stage;
import org.jspecify.annotations.Nullable;

/** The state of one machine; every change wakes those who wait for one. */
final class MachineScript {

    private static final long FIRST_PID = 4711;

    private final String name;
    private static final List<MachineReport.Share> SHARES = List.of(
            new MachineReport.Share("/home/me", "/home/me", false, true, null),
            new MachineReport.Share("/opt/data", "/opt/data", true, false, "/opt/data is not there (wherry.yaml:7)"));

    private final Path engineSocket;
    private MachineState state = MachineState.ABSENT;
    private Instant since = Instant.now();
    private @Nullable Stage stage;
    private @Nullable Failure failure;
    private List<MachineReport.Port> ports = List.of();
    private long changes;
    private long starts;

    MachineScript(String name, Path engineSocket) {
        this.name = name;
        this.engineSocket = engineSocket;
    }

    synchronized void become(MachineState next) {
        change(next, next == MachineState.STARTING ? Stage.CHECK : null, null);
    }

    synchronized void enter(Stage next) {
        change(MachineState.STARTING, next, null);
    }

    synchronized void fail(Failure cause) {
        change(MachineState.FAILED, null, cause);
    }

    synchronized void ports(List<MachineReport.Port> now) {
        ports = List.copyOf(now);
        changed();
    }

    synchronized void since(Instant time) {
        since = time;
        changed();
    }

    private void change(MachineState next, @Nullable Stage at, @Nullable Failure cause) {
        if (next != state) {
            since = Instant.now();
            starts += next == MachineState.STARTING ? 1 : 0;
        }
        state = next;
        stage = at;
        failure = cause;
        changed();
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** Lets those who wait look again. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized MachineState state() {
        return state;
    }

    synchronized @Nullable Stage stage() {
        return stage;
    }

    synchronized @Nullable Failure failure() {
        return failure;
    }

    synchronized long changes() {
        return changes;
    }

    /** Waits for a change after number {@code seen}, or until {@code ended} has something to say against waiting. */
    synchronized void awaitChange(long seen, Predicate<MachineState> ended) throws InterruptedException {
        while (changes == seen && !ended.test(state)) {
            wait();
        }
    }

    private MachineReport.Vm vm() {
        return new MachineReport.Vm(FIRST_PID + starts, "kvm", "/dev/kvm can be used", "1.0.0", 4, 4096, 50022, null);
    }

    synchronized MachineReport report() {
        boolean up = state == MachineState.RUNNING || state == MachineState.PAUSED;
        double fraction = stage != null ? stage.fraction() : up ? 1 : 0;
        return new MachineReport(name, state, since.toString(), stage == null ? null : stage.title(), fraction,
                failure, engineSocket.toString(), up ? vm() : null, up ? ports : List.of(),
                up ? SHARES : List.of());
    }
}
