// Tells one boot of the host from another: what was true of its accelerators may have changed in between.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The identity of the host's current boot. */
final class HostBoot {

    private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private HostBoot() {
    }

    /** A text that stays the same until the host boots again. */
    static String id() {
        try {
            return Files.readString(LINUX_BOOT_ID).strip();
        } catch (IOException e) {
            return "since " + oldestProcess();
        }
    }

    // The oldest process that we may look at began with the system, or with the user's session. When that changes
    // without a boot, the only harm is a probe that was not needed.
    private static Instant oldestProcess() {
        return ProcessHandle.allProcesses().flatMap(process -> process.info().startInstant().stream())
                .min(Instant::compareTo).orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }
}
