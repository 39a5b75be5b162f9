// How much memory this computer has.
package dev.wherry.engine.host;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host's main memory. */
public final class HostMemory {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal: +(\\d+) kB$");

    private HostMemory() {
    }

    /** All the memory that is built in, in bytes. */
    public static long total() {
        if (Files.isReadable(MEMINFO)) {
            try {
                Matcher matcher = TOTAL.matcher(Files.readString(MEMINFO));
                if (matcher.find()) {
                    return Long.parseLong(matcher.group(1)) * 1024;
                }
            } catch (IOException e) {
                // The JDK's own answer below is as true, only slower to get.
            }
        }
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getTotalMemorySize();
    }
}
