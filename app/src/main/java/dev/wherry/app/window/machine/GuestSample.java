// What the guest says of itself at one moment.
package dev.wherry.app.window.machine;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One reading of the guest's counters. What the guest did not say is 0.
 *
 * @param busy   time that its processors have worked since it started, in ticks
 * @param all    time that they could have worked, in the same ticks
 * @param memory in use and in all
 * @param disk   in use and in all, of the file system that holds containers, images and volumes
 * @param uptime since it started
 */
record GuestSample(long busy, long all, Share memory, Share disk, Duration uptime) {

    /** Part of a whole, in bytes. */
    record Share(long used, long total) {

        /** The part as a fraction from 0 to 1; 0 of nothing. */
        double fraction() {
            return total == 0 ? 0 : Math.clamp((double) used / total, 0, 1);
        }
    }

    /**
     * Prints a reading every two seconds until nobody listens, each with an empty line at its end (proc(5): stat, meminfo,
     * uptime). Most of it is the shell's own work, so that being looked at costs the guest little.
     */
    static final String SCRIPT = """
            while :; do \
            read -r line </proc/stat && echo "$line"; \
            grep -E '^Mem(Total|Available):' /proc/meminfo; \
            read -r up rest </proc/uptime && echo "uptime $up"; \
            df -P -k /data | tail -n 1; \
            echo; sleep 2; done""";

    private static final int KIB = 1024;
    /** Where of the fields of proc(5)'s first line idle and iowait stand, the word "cpu" being the first. */
    private static final int IDLE = 4;
    private static final int IOWAIT = 5;
    /** Guest time, which follows, is counted in user time already. */
    private static final int STEAL = 8;

    /** The reading that {@code lines} make. */
    static GuestSample parse(List<String> lines) {
        long[] cpu = numbers(find(lines, "cpu "));
        long memory = kibibytes(find(lines, "MemTotal:"), 1);
        long available = kibibytes(find(lines, "MemAvailable:"), 1);
        @Nullable
        String df = lines.stream().filter(line -> line.endsWith("/data")).findFirst().orElse(null);
        long all = LongStream.of(cpu).limit(STEAL + 1).sum();
        long idle = cpu.length > IOWAIT ? cpu[IDLE] + cpu[IOWAIT] : 0;
        return new GuestSample(all - idle, all, new Share(memory - available, memory),
                new Share(kibibytes(df, 2), kibibytes(df, 2) + kibibytes(df, 3)), uptime(find(lines, "uptime ")));
    }

    private static @Nullable String find(List<String> lines, String beginning) {
        return lines.stream().filter(line -> line.startsWith(beginning)).findFirst().orElse(null);
    }

    private static long[] numbers(@Nullable String line) {
        return line == null
                ? new long[0]
                : Stream.of(line.strip().split("\\s+", -1)).mapToLong(GuestSample::number).toArray();
    }

    private static long kibibytes(@Nullable String line, int field) {
        long[] numbers = numbers(line);
        return field < numbers.length ? numbers[field] * KIB : 0;
    }

    private static long number(String word) {
        return word.matches("\\d{1,18}") ? Long.parseLong(word) : 0;
    }

    private static Duration uptime(@Nullable String line) {
        String seconds = line == null ? "" : line.substring(line.indexOf(' ') + 1).strip();
        return seconds.matches("\\d{1,12}(\\.\\d+)?")
                ? Duration.ofSeconds(Long.parseLong(seconds.split("\\.", 2)[0]))
                : Duration.ZERO;
    }

    /** How much of the processors' time was used since {@code earlier}, from 0 to 1; empty when none has passed. */
    OptionalDouble load(GuestSample earlier) {
        long passed = all - earlier.all;
        return passed <= 0 || busy < earlier.busy
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp((double) (busy - earlier.busy) / passed, 0, 1));
    }
}
