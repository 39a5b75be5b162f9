// Tells what is left over from what is in use.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.hypervisor.qemu.QemuHypervisor;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;

/**
 * Finds the leftovers of all machines: sockets at which nobody listens, process ids of VMs that are gone, and drafts and probes
 * of programs that were killed at it. Only what has the name and the kind of a file of ours counts.
 */
final class StaleFiles {

    /** No draft and no probe lives longer. */
    private static final Duration LONGEST_USE = Duration.ofMinutes(10);

    private final Directories directories;
    private final Path sockets;

    /** With the folder that the sockets are really in. */
    StaleFiles(Directories directories, Path sockets) {
        this.directories = directories;
        this.sockets = sockets.normalize();
    }

    List<Path> find() throws IOException {
        List<Path> stale = new ArrayList<>();
        MachineCatalog catalog = new MachineCatalog(directories);
        for (String name : catalog.names()) {
            MachineFiles files = catalog.files(name);
            boolean running = QemuHypervisor.isRunning(files.vm());
            if (!running) {
                Stream.of(files.vm().pidFile(), files.vm().qmpSocket()).filter(Files::exists).forEach(stale::add);
            }
        }
        matching(sockets, "agent.sock").filter(StaleFiles::isDead).forEach(stale::add);
        matching(sockets, "docker*.sock").filter(StaleFiles::isDead).forEach(stale::add);
        for (Path folder : List.of(directories.config(), directories.data(), directories.data().resolve("machines"))) {
            drafts(folder).forEach(stale::add);
        }
        for (String name : catalog.names()) {
            MachineFiles files = catalog.files(name);
            Stream.concat(drafts(files.folder()), drafts(files.keys())).forEach(stale::add);
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Stream.concat(matching(temporary, "wherry-probe*"), matching(temporary, "qemu*.version"))
                .filter(this::isOurs).filter(StaleFiles::isOld).forEach(stale::add);
        return stale;
    }

    private static Stream<Path> drafts(Path folder) throws IOException {
        return matching(folder, ".*.new").filter(Files::isRegularFile).filter(StaleFiles::isOld);
    }

    private static Stream<Path> matching(Path folder, String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        List<Path> found = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder, pattern)) {
            entries.forEach(found::add);
        }
        return found.stream().sorted();
    }

    // A socket's file outlives its listener; a connection to it is then refused.
    private static boolean isDead(Path socket) {
        if (Files.isRegularFile(socket, LinkOption.NOFOLLOW_LINKS) || Files.isDirectory(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(LONGEST_USE));
        } catch (IOException e) {
            return false; // it has just gone
        }
    }

    private boolean isOurs(Path file) {
        try {
            return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(sockets));
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes a file, or a folder with all that is in it; nothing happens when it is gone. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
