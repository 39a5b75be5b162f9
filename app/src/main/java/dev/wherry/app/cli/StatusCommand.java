// "wherry status"
package dev.wherry.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.wherry.app.settings.EngineUrl;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.machine.MachineStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what the machine is doing. */
@Command(description = "Tell what the machine is doing.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:it runs", "3:it does not run", "4:there is no machine yet"}, footer = {"", "Example:",
                "  wherry status --json"})
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Spec
    private CommandSpec spec;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        MachineReport report = machine.launcher().status();
        if (json) {
            Json.print(spec, report);
        } else {
            print(report, spec.commandLine().getOut());
        }
        return switch (report.state()) {
            case RUNNING -> ExitCode.DONE;
            case ABSENT -> ExitCode.NO_MACHINE;
            case STOPPED, STARTING, PAUSED, STOPPING, FAILED -> ExitCode.NOT_RUNNING;
        };
    }

    private static void print(MachineReport report, PrintWriter out) {
        String stage = report.stage() == null ? "" : ": " + report.stage();
        line(out, "Machine", report.name() + " is " + report.state().name().toLowerCase(Locale.ROOT) + stage);
        MachineStatus.Failure failure = report.failure();
        if (failure != null) {
            line(out, "Cause", failure.message());
            line(out, "To do", failure.remedy());
        }
        MachineReport.Vm vm = report.vm();
        if (vm != null) {
            line(out, "VM", "%d CPUs, %d MiB, accelerator %s, process %d".formatted(vm.cpus(), vm.memoryMiB(),
                    vm.accelerator(), vm.pid()));
            line(out, "Engine", EngineUrl.of(Path.of(report.engineSocket())));
        }
        String title = "Ports";
        for (MachineReport.Port port : report.ports()) {
            String problem = port.problem() == null ? "" : "  PROBLEM: " + port.problem();
            line(out, title,
                    "%s -> %s port %d/%s%s".formatted(port.host(), port.container(), port.containerPort(),
                            port.transport(),
                            problem));
            title = "";
        }
        shares(report, out);
    }

    private static void shares(MachineReport report, PrintWriter out) {
        String title = "Shares";
        for (MachineReport.Share share : report.shares()) {
            line(out, title, ShareList.line(share));
            title = "";
        }
    }

    private static void line(PrintWriter out, String title, String text) {
        out.printf("%-8s %s%n", title, text);
    }
}
