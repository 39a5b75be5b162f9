// What the machine is doing.
package dev.wherry.engine.doctor;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.machine.MachineStatus.Failure;
import org.jspecify.annotations.Nullable;

/** Tells the machine's state, and why it failed if it did. */
final class MachineCheck implements Check {

    private final Subject subject;

    MachineCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "machine";
    }

    @Override
    public String title() {
        return "Machine";
    }

    @Override
    public Finding run() throws Exception {
        return switch (subject.agent()) {
            case AgentAnswer.Report(var report) -> judge(report);
            case AgentAnswer.Absent absent when !absent.vmRuns() -> judge(absent.report());
            case AgentAnswer other -> Finding.skipped(this, other.obstacle().orElse(""));
        };
    }

    Finding judge(MachineReport report) {
        String name = report.name();
        return switch (report.state()) {
            case ABSENT -> Finding.passed(this, "there is no machine yet; " + subject.wherry() + " up makes it");
            case STOPPED -> Finding.passed(this, name + " is stopped" + why(report));
            case STARTING -> Finding.passed(this, name + " is starting" + why(report));
            case STOPPING -> Finding.passed(this, name + " is stopping");
            case RUNNING -> Finding.passed(this, name + " runs");
            case PAUSED -> Finding.warning(this, name + " is paused.", subject.wherry() + " resume");
            case FAILED -> failed(report.failure(), name);
        };
    }

    private static String why(MachineReport report) {
        return report.stage() == null ? "" : ": " + report.stage();
    }

    private Finding failed(@Nullable Failure failure, String name) {
        return failure == null
                ? Finding.failed(this, name + " has failed.", subject.wherry() + " up")
                : Finding.failed(this, failure.message(), failure.remedy());
    }
}
