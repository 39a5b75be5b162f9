// Who has a port, as Linux' /proc tells it.
package dev.wherry.engine.host.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wherry.engine.host.PortHolder;

/**
 * Finds the sockets in net/tcp and net/tcp6, and whose they are among the open files of processes; see proc_net(5).
 *
 * @param proc the file system
 */
public record ProcPortHolder(Path proc) implements PortHolder {

    /** Number, address, port, remote end, the state "listening", queues, timer, retransmissions, user, timeout, inode. */
    private static final Pattern LISTENER = Pattern.compile(
            " *\\d+: ([0-9A-F]+):([0-9A-F]{4}) \\S+ 0A \\S+ \\S+ \\S+ +\\d+ +\\d+ (\\d+)\\b.*");
    private static final int WORD = 4;

    @Override
    public Optional<Program> of(InetSocketAddress address) {
        Set<String> sockets = Stream.of("net/tcp", "net/tcp6").flatMap(table -> sockets(table, address))
                .collect(Collectors.toSet());
        return sockets.isEmpty() ? Optional.empty() : owner(sockets);
    }

    /** As the links of open files call them. */
    private Stream<String> sockets(String table, InetSocketAddress address) {
        try {
            return Files.readAllLines(proc.resolve(table)).stream().map(LISTENER::matcher)
                    .filter(line -> line.matches() && Integer.parseInt(line.group(2), 16) == address.getPort()
                            && PortHolder.blocks(address(line), address.getAddress()))
                    .map(line -> "socket:[" + line.group(3) + "]");
        } catch (IOException e) {
            return Stream.empty(); // no IPv6
        }
    }

    // In words of the machine's own byte order, and that is little endian on all that Wherry runs on.
    private static InetAddress address(Matcher line) {
        byte[] words = HexFormat.of().parseHex(line.group(1));
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i / WORD * WORD + WORD - 1 - i % WORD];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("an address has 4 or 16 bytes", e);
        }
    }

    private Optional<Program> owner(Set<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) {
                    return Optional.of(new Program(Files.readString(process.resolve("comm")).strip(),
                            Long.parseLong(process.getFileName().toString())));
                }
            }
        } catch (IOException e) {
            // The process has just ended.
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            // Another user's, or it has just ended.
        }
        return false;
    }
}
