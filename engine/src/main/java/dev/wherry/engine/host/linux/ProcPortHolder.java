// Who has a port, as Linux' /proc tells it.
package dev.wherry.engine.host.linux;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wherry.engine.host.PortHolder;

/**
 * Finds the sockets in net/tcp and net/tcp6, or net/udp and net/udp6, and whose they are among the open files of processes; see proc_net(5).
 *
 * @param proc the file system
 */
public record ProcPortHolder(Path proc) implements PortHolder {

    /** Number, address with port, remote end, state, queues, timer, retransmissions, user, timeout, inode. */
    private static final Pattern SOCKET = Pattern.compile(
            " *\\d+: ([0-9A-F]+:[0-9A-F]{4}) \\S+ ([0-9A-F]{2}) \\S+ \\S+ \\S+ +\\d+ +\\d+ (\\d+)\\b.*");
    private static final String LISTENING = "0A";
    /** What UDP is while it is not connected to anybody. */
    private static final String CLOSED = "07";

    @Override
    public Optional<Program> of(Transport transport, InetSocketAddress address) {
        String table = "net/" + transport.text();
        Set<String> sockets = Stream.of(table, table + "6")
                .flatMap(name -> sockets(name, transport == Transport.TCP ? LISTENING : CLOSED, address))
                .collect(Collectors.toSet());
        return sockets.isEmpty() ? Optional.empty() : owner(sockets);
    }

    /** As the links of open files call them. */
    private Stream<String> sockets(String table, String state, InetSocketAddress address) {
        try {
            return Files.readAllLines(proc.resolve(table)).stream().map(SOCKET::matcher)
                    .filter(line -> line.matches() && line.group(2).equals(state)
                            && blocks(ProcAddress.parse(line.group(1)), address))
                    .map(line -> "socket:[" + line.group(3) + "]");
        } catch (IOException e) {
            return Stream.empty(); // no IPv6
        }
    }

    private static boolean blocks(InetSocketAddress taken, InetSocketAddress wanted) {
        return taken.getPort() == wanted.getPort() && PortHolder.blocks(taken.getAddress(), wanted.getAddress());
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
