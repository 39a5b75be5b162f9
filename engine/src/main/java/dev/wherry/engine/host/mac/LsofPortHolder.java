// Who has a port, as lsof tells it.
package dev.wherry.engine.host.mac;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.stream.Stream;

import dev.wherry.engine.host.PortHolder;
import dev.wherry.engine.host.ToolOutput;

/** Reads lsof's output for programs; every Mac has it. Tested with Linux' own lsof. */
public final class LsofPortHolder implements PortHolder {

    @Override
    public Optional<Program> of(Transport transport, InetSocketAddress address) {
        // As numbers; a line each for process, command, file and name.
        return ToolOutput
                .ifTold(Stream.concat(Stream.of("lsof", "-nP", "-Fpcn"), chosen(transport, address.getPort())).toList())
                .flatMap(said -> find(said, address));
    }

    private static Stream<String> chosen(Transport transport, int port) {
        return transport == Transport.TCP ? Stream.of("-iTCP:" + port, "-sTCP:LISTEN") : Stream.of("-iUDP:" + port);
    }

    static Optional<Program> find(String said, InetSocketAddress address) {
        long pid = 0;
        String command = "";
        for (String line : said.lines().filter(text -> !text.isEmpty()).toList()) {
            String value = line.substring(1);
            switch (line.charAt(0)) {
                case 'p' -> pid = Long.parseLong(value);
                case 'c' -> command = value;
                case 'n' -> {
                    if (PortHolder.blocks(listening(value), address.getAddress())) {
                        return Optional.of(new Program(command, pid));
                    }
                }
                default -> {
                    // The file's number.
                }
            }
        }
        return Optional.empty();
    }

    private static InetAddress listening(String name) {
        // A UDP socket that is connected has an arrow and the other end behind it.
        String own = name.split("->", 2)[0];
        String host = own.substring(0, own.lastIndexOf(':'));
        return InetAddress.ofLiteral(host.equals("*") ? "0.0.0.0" : host);
    }
}
