// Who has a port, as netstat tells it.
package dev.wherry.engine.host.windows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.wherry.engine.host.PortHolder;
import dev.wherry.engine.host.ToolOutput;

/** Reads netstat's table; every Windows has it. Not yet run on Windows; the reading is tested. */
public final class NetstatPortHolder implements PortHolder {

    // The state is in the user's language; a listener is known by its having no remote end.
    private static final Pattern LISTENER = Pattern.compile(
            "\\s*(TCP|UDP)\\s+(\\S+):(\\d+)\\s+(?:0\\.0\\.0\\.0:0|\\[::]:0|\\*:\\*)\\s+(?:.*\\s)?(\\d+)\\s*");

    @Override
    public Optional<Program> of(Transport transport, InetSocketAddress address) {
        return ToolOutput.ifTold(List.of("netstat", "-ano")).flatMap(said -> find(said, transport, address))
                .map(pid -> new Program(name(pid), pid));
    }

    static Optional<Long> find(String said, Transport transport, InetSocketAddress address) {
        return said.lines().map(LISTENER::matcher)
                .filter(line -> line.matches() && line.group(1).equals(transport.name())
                        && Integer.parseInt(line.group(3)) == address.getPort()
                        && PortHolder.blocks(InetAddress.ofLiteral(line.group(2)), address.getAddress()))
                .map(line -> Long.valueOf(line.group(4))).findFirst();
    }

    private static String name(long pid) {
        // The kernel itself, which serves the ports of IIS and others, has no program.
        Optional<String> program = ProcessHandle.of(pid).flatMap(process -> process.info().command());
        return program.map(path -> path.substring(path.lastIndexOf('\\') + 1)).orElse("a system service");
    }
}
