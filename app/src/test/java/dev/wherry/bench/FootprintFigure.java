// What Wherry takes while nobody uses it.
package dev.wherry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Memory and processor time of an idle machine with its forwards, and the size of the image. */
final class FootprintFigure implements Figure {

    private static final Duration IDLE = Duration.ofSeconds(30);
    /** Linux counts processor time in hundredths of a second on every architecture (USER_HZ, proc(5)). */
    private static final double TICKS = 100;

    private final Path image;

    FootprintFigure(Path image) {
        this.image = image;
    }

    @Override
    public List<Row> measure(Rig rig) throws Exception {
        Target.start(rig);
        long agent = rig.agent().pid();
        long qemu = rig.status().at("/vm/pid").asLong();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.within(110, "agent, resident, " + Target.PORTS + " forwards, after the above", resident(agent),
                "MB"));
        double agentBefore = ticks(agent);
        double qemuBefore = ticks(qemu);
        Thread.sleep(IDLE);
        rows.add(Row.plain("agent, processor, idle", (ticks(agent) - agentBefore) / IDLE.toSeconds(), "%"));
        rows.add(Row.plain("QEMU, processor, idle", (ticks(qemu) - qemuBefore) / IDLE.toSeconds(), "%"));
        rows.add(Row.plain("QEMU, resident", resident(qemu), "MB"));
        rows.addAll(imageSizes());
        return rows;
    }

    private List<Row> imageSizes() throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(image.resolve("manifest.json").toFile());
        List<Row> parts = new ArrayList<>();
        double sum = 0;
        for (String part : List.of("kernel", "initrd", "root")) {
            double size = manifest.path(part).path("size").asDouble() / 1e6;
            sum += size;
            parts.add(Row.plain("– of it: " + part, size, "MB"));
        }
        parts.addFirst(Row.within(85, "guest image", sum, "MB"));
        return parts;
    }

    private static double resident(long pid) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
    }

    // Fields 14 and 15 of /proc/PID/stat; the second field, in parentheses, may hold blanks.
    private static double ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS * 100;
    }
}
