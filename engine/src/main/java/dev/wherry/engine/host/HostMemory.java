// How much memory this computer has.
package dev.wherry.engine.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.management.OperatingSystemMXBean;

/** The host's main memory. */
public final class HostMemory {

    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private HostMemory() {
    }

    /** All the memory that is built in, in bytes. */
    public static long total() {
        return meminfo("MemTotal").orElseGet(() -> system().getTotalMemorySize());
    }

    /** What programs can still get without others being pushed out, in bytes; roughly so where the system does not tell. */
    public static long available() {
        return meminfo("MemAvailable").orElseGet(() -> system().getFreeMemorySize());
    }

    // Loading the management beans takes longer than reading the file.
    private static Optional<Long> meminfo(String field) {
        if (!Files.isReadable(MEMINFO)) {
            return Optional.empty();
        }
        try {
            Matcher matcher = Pattern.compile("(?m)^" + field + ": +(\\d+) kB$").matcher(Files.readString(MEMINFO));
            return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1)) * 1024) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static OperatingSystemMXBean system() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
