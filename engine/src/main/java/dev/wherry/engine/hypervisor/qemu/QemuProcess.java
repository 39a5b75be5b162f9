// The operating system's side of a VM: which process it is, and how it is made to end.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A QEMU process, started by us or found.
 *
 * @param handle the process
 */
record QemuProcess(ProcessHandle handle) {

    // Start instants are computed from the time of boot, in ticks; the file's time is the clock's.
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);
    private static final Duration DEATH_DEADLINE = Duration.ofSeconds(4);

    /**
     * The process that wrote {@code pidFile}. A PID alone proves nothing, as the system gives it to another process after
     * QEMU's death; so the process must run a QEMU, and must name this file in its arguments or, where the system does not
     * show those, have begun before the file was written.
     */
    static Optional<QemuProcess> find(Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            Instant written = Files.getLastModifiedTime(pidFile).toInstant();
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                    .filter(process -> isQemuOf(process.info(), pidFile, written)).map(QemuProcess::new);
        } catch (IOException | NumberFormatException e) {
            // No file, or one that QEMU has not finished writing or has just removed: no process that we know.
            return Optional.empty();
        }
    }

    static boolean isQemuOf(ProcessHandle.Info process, Path pidFile, Instant written) {
        boolean qemu = process.command().map(command -> Path.of(command).getFileName())
                .filter(name -> name.toString().contains("qemu")).isPresent();
        return qemu && process.arguments()
                .map(arguments -> Arrays.asList(arguments).contains(pidFile.toString()))
                .or(() -> process.startInstant().map(start -> start.isBefore(written.plus(CLOCK_SLACK))))
                .orElse(false);
    }

    /** Whether the process has ended, or does within {@code deadline}. */
    boolean endsWithin(Duration deadline) throws InterruptedException {
        try {
            handle.onExit().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for process " + handle.pid() + " failed", e);
        }
    }

    /** Ends the process, by asking first; false when it is still there after 8 seconds. */
    boolean destroy() throws InterruptedException {
        handle.destroy();
        if (endsWithin(DEATH_DEADLINE)) {
            return true;
        }
        // Also reaches a process that is stopped and so never sees the polite request.
        handle.destroyForcibly();
        return endsWithin(DEATH_DEADLINE);
    }
}
