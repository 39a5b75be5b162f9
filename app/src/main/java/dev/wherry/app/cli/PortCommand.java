// "wherry port"
package dev.wherry.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.wherry.app.text.Amounts;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.MachineReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the published ports. */
@Command(description = "List the published ports, what has gone through them, and what is in their way.", footer = {"",
        "Example:",
        "  wherry port web"})
final class PortCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;
    @Parameters(arity = "0..1", paramLabel = "CONTAINER", description = "Only the ports of this container.")
    private @Nullable String container;

    @Override
    public Integer call() throws Exception {
        List<MachineReport.Port> ports = chosen(machine.requireRunning().ports());
        if (json) {
            Json.print(spec, ports);
        } else if (ports.isEmpty()) {
            spec.commandLine().getErr().println("No container publishes a port.");
        } else {
            print(ports, spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }

    private List<MachineReport.Port> chosen(List<MachineReport.Port> all) throws AgentException {
        if (container == null) {
            return all;
        }
        List<MachineReport.Port> own = all.stream().filter(port -> port.container().equals(container)).toList();
        if (own.isEmpty()) {
            String names = all.stream().map(MachineReport.Port::container).distinct().sorted()
                    .collect(Collectors.joining(", "));
            throw new AgentException(AgentException.Kind.FAILED, "No container \"" + container + "\" publishes a port; "
                    + (names.isEmpty() ? "nor does any other." : "these do: " + names + "."),
                    "Publish one with \"docker run -p HOST:CONTAINER\".");
        }
        return own;
    }

    private static void print(List<MachineReport.Port> ports, PrintWriter out) {
        for (MachineReport.Port port : ports) {
            out.println("%s -> %s port %d/%s  %s".formatted(port.host(), port.container(), port.containerPort(),
                    port.transport(), port.problem() == null ? traffic(port) : "PROBLEM: " + port.problem()));
        }
        if (ports.stream().anyMatch(MachineReport.Port::everywhere)) {
            out.println("Those on 0.0.0.0 can be reached by other computers of your network.");
        }
    }

    private static String traffic(MachineReport.Port port) {
        if (port.connections() == 0) {
            return "not used yet";
        }
        String kind = port.transport().equals("udp") ? "client" : "connection";
        return "%d %s%s (%d open), %s in, %s out".formatted(port.connections(), kind,
                port.connections() == 1 ? "" : "s", port.open(), Amounts.bytes(port.sent()),
                Amounts.bytes(port.received()));
    }
}
