// Whether published ports are free on the host.
package dev.wherry.engine.doctor;

import java.util.List;
import java.util.stream.Collectors;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.agent.MachineReport.Port;
import dev.wherry.engine.host.Platform;

/** Looks for published ports that another program has. */
final class PortsCheck implements Check {

    private final Subject subject;

    PortsCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "ports";
    }

    @Override
    public String title() {
        return "Published ports";
    }

    @Override
    public Finding run() throws Exception {
        return subject.agent() instanceof AgentAnswer.Report(MachineReport report) && report.vm() != null
                ? judge(report.ports())
                : Finding.skipped(this, subject.agent().obstacle().orElse("the machine does not run"));
    }

    Finding judge(List<Port> ports) {
        List<Port> taken = ports.stream().filter(port -> port.problem() != null).toList();
        if (taken.isEmpty()) {
            return Finding.passed(this, ports.isEmpty() ? "none" : "all " + ports.size() + " are open");
        }
        String cause = taken.stream().map(port -> port.host() + " of " + port.container() + ": " + port.problem())
                .collect(Collectors.joining("\n"));
        return Finding.failed(this, cause, "End the program that has the port (" + finder(taken.getFirst())
                + " shows it): the container then gets it; or publish the container elsewhere.");
    }

    private static String finder(Port port) {
        String number = port.host().substring(port.host().lastIndexOf(':') + 1);
        return switch (Platform.current().os()) {
            case LINUX -> "ss -ltnp sport = :" + number;
            case MAC -> "lsof -nP -iTCP:" + number + " -sTCP:LISTEN";
            case WINDOWS -> "netstat -ano | findstr :" + number;
        };
    }
}
