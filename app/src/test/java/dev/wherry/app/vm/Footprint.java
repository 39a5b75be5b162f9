// What the work of the agent leaves behind, or rather does not.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What host and guest hold at one moment.
 *
 * @param files          open files of the agent, its sockets among them
 * @param threads        of the agent, as the system counts them
 * @param virtualThreads of the agent that something still refers to
 * @param channels       objects of SSH channels in the agent that something still refers to
 * @param listeners      TCP sockets that the agent listens on
 * @param vmFiles        open files of QEMU, the sockets of its ways for UDP among them
 * @param sshdFiles      open files of all processes of the guest's sshd
 */
record Footprint(long files, long threads, long virtualThreads, long channels, long listeners, long vmFiles,
        long sshdFiles) {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    /** Measuring holds a few of each itself: a command in the guest, a client of the agent. */
    private static final int FEW = 3;
    /** The JVM's own threads come and go. */
    private static final int SOME = 10;

    static Footprint of(Wherry wherry) throws Exception {
        ProcessHandle agent = wherry.agent().orElseThrow();
        String objects = new Command(List.of(Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                Long.toString(agent.pid()), "GC.class_histogram"), Map.of()).run().succeeded();
        return new Footprint(count(agent, "fd"), count(agent, "task"), objects(objects, "java\\.lang\\.VirtualThread"),
                objects(objects, "dev\\.wherry\\.engine\\.guest\\.\\w+Channel"),
                listeners(agent), count(wherry.vm(), "fd"), sshdFiles(wherry));
    }

    /** Waits until no more is there than before, but for what comes and goes anyhow. */
    static void awaitNoMoreThan(Footprint before, Wherry wherry) {
        await().atMost(DEADLINE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            Footprint now = of(wherry);
            assertThat(now).as("before: %s", before).satisfies(
                    left -> assertThat(left.files).isLessThanOrEqualTo(before.files + FEW),
                    left -> assertThat(left.threads).isLessThanOrEqualTo(before.threads + SOME),
                    left -> assertThat(left.virtualThreads).isLessThanOrEqualTo(before.virtualThreads + SOME),
                    left -> assertThat(left.channels).isLessThanOrEqualTo(before.channels + FEW),
                    left -> assertThat(left.listeners).isEqualTo(before.listeners),
                    left -> assertThat(left.vmFiles).isLessThanOrEqualTo(before.vmFiles + FEW),
                    left -> assertThat(left.sshdFiles).isLessThanOrEqualTo(before.sshdFiles + FEW));
        });
    }

    /** Open files ("fd") or threads ("task"). */
    private static long count(ProcessHandle process, String what) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(process.pid()), what))) {
            return all.count();
        }
    }

    // A line is number, instances, bytes, class.
    private static long objects(String histogram, String type) {
        return histogram.lines().map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 3 && fields[3].matches(type))
                .mapToLong(fields -> Long.parseLong(fields[1])).sum();
    }

    private static long listeners(ProcessHandle agent) throws Exception {
        String listing = new Command(
                List.of("lsof", "-nP", "-a", "-p", Long.toString(agent.pid()), "-iTCP", "-sTCP:LISTEN", "-Ft"),
                Map.of()).run().stdout();
        return listing.lines().filter(line -> line.startsWith("t")).count();
    }

    private static long sshdFiles(Wherry wherry) throws Exception {
        return Long.parseLong(wherry.inGuest("cd /proc; n=0; for p in [0-9]*; do case $(cat $p/comm 2>/dev/null) in"
                + " sshd*) n=$((n + $(ls $p/fd | wc -l)));; esac; done; echo $n"));
    }
}
