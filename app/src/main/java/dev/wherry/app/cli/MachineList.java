// The list of machines, which two commands print.
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.host.Directories;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What "wherry machine" and "wherry machine list" do, with the option that both have. */
final class MachineList {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    /**
     * One line of the list; the schema of {@code wherry machine list --json}.
     *
     * @param reason  why it is paused or stopped where nobody asked for that; null otherwise
     * @param current whether it is the one that commands are about when nobody names one
     * @param context the name of its docker context
     */
    record Line(String name, String state, @Nullable String reason, boolean current, String engineSocket,
            String context) {
    }

    /** Prints it, on behalf of {@code machine}, and returns the exit code. */
    int print(MachineOption machine) throws Exception {
        List<Line> lines = lines(machine.current());
        if (json) {
            Json.print(spec, lines);
            return ExitCode.DONE;
        }
        for (Line line : lines) {
            spec.commandLine().getOut().println("%s %-24s %s".formatted(line.current ? "*" : " ", line.name,
                    line.state.toLowerCase(Locale.ROOT) + (line.reason == null ? "" : ": " + line.reason)));
        }
        if (lines.isEmpty()) {
            spec.commandLine().getErr().println("There is no machine yet. Make and start one with \"wherry up\".");
        }
        return ExitCode.DONE;
    }

    private static List<Line> lines(String current) throws AgentException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        for (String name : MachineOption.catalog().names()) {
            MachineReport report = new AgentLauncher(Directories.ofCurrentUser(), name).status();
            lines.add(
                    new Line(name, report.state().name(), report.reason(), name.equals(current), report.engineSocket(),
                            MachineOption.contextOf(name)));
        }
        return lines;
    }
}
