// What booting Linux costs at the least: the peer of "wherry up".
package dev.wherry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

/** The VM of a running machine started once more by itself, with an initial RAM disk that powers off at once. */
final class BareBoot {

    private final Path home;
    private final List<String> line;

    private BareBoot(Path home, List<String> line) {
        this.home = home;
        this.line = line;
    }

    /** Takes QEMU's command line from {@code rig}'s running machine; only files that it writes are others. */
    static BareBoot like(Rig rig) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(rig.home().resolve("bare"));
        List<String> running = commandLine(rig.status().at("/vm/pid").asLong());
        Path image = Path.of(after("-kernel", running)).resolveSibling("root.img");
        Path initrd = initrd(rig.home(), folder, image);
        String own = rig.home() + "/";
        List<String> line = running.stream()
                .map(word -> word.equals(after("-initrd", running)) ? initrd.toString() : word)
                .map(word -> word.replace(own + "data/machines/default/disk.raw", folder + "/disk.raw")
                        .replace(own + "data/machines/default/qemu.pid", folder + "/pid")
                        .replace(own + "run/default-qmp.sock", folder + "/qmp")
                        .replace(own + "logs/default-console.log", folder + "/console"))
                .toList();
        Files.createFile(folder.resolve("disk.raw"));
        return new BareBoot(rig.home(), line);
    }

    /** Boots it; the time from QEMU's start to its end, in seconds. */
    double run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Command.run(home, line);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<String> commandLine(long pid) throws IOException {
        return Arrays.stream(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", -1))
                .filter(word -> !word.isEmpty()).toList();
    }

    private static String after(String option, List<String> line) {
        return line.get(line.indexOf(option) + 1);
    }

    // busybox is in the guest image, and needs nothing else.
    private static Path initrd(Path home, Path folder, Path image) throws IOException, InterruptedException {
        Path tree = folder.resolve("tree");
        Command.run(home, List.of("unsquashfs", "-q", "-n", "-d", tree.toString(), image.toString(),
                "usr/bin/busybox"));
        Path init = Files.writeString(tree.resolve("init"),
                "#!/usr/bin/busybox sh\nexec /usr/bin/busybox poweroff -f\n");
        Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path initrd = folder.resolve("initrd");
        Command.run(home, List.of("sh", "-c",
                "cd '" + tree + "' && find . | cpio --quiet -o -H newc > '" + initrd + "'"));
        return initrd;
    }
}
