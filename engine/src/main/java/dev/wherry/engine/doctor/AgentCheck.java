// Whether the agent does its work.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentMain;
import dev.wherry.engine.hypervisor.qemu.QemuHypervisor;

/** Asks the agent for the machine; starts none. */
final class AgentCheck implements Check {

    private static final Duration RESTART = Duration.ofSeconds(60);

    private final Subject subject;

    AgentCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "agent";
    }

    @Override
    public String title() {
        return "Agent";
    }

    @Override
    public Finding run() throws Exception {
        return judge(subject.agent(), processes());
    }

    Finding judge(AgentAnswer answer, List<Long> processes) {
        return switch (answer) {
            case AgentAnswer.Report report -> Finding.passed(this, "answers, and is of this version");
            case AgentAnswer.Absent absent when absent.vmRuns() -> Finding.failed(this,
                    "The machine runs but no agent serves it: its ports and its engine socket are dead.",
                    subject.wherry() + " status starts one, which takes the machine over again.")
                    .fixedBy(this::serve);
            case AgentAnswer.Absent absent -> Finding.passed(this, "none runs, and none is needed");
            case AgentAnswer.OtherVersion other -> Finding.failed(this, other.message(),
                    subject.wherry() + " restart --agent").fixedBy(this::restart);
            case AgentAnswer.Silent silent -> Finding.failed(this,
                    "Tried to speak with Wherry's agent but failed because " + silent.why() + ".",
                    processes.size() == 1
                            ? "kill -9 " + processes.getFirst() + ", then " + subject.wherry()
                                    + " status; containers go on running."
                            : "End the program \"" + AgentMain.class.getSimpleName() + "\", then " + subject.wherry()
                                    + " status; containers go on running.");
        };
    }

    private static List<Long> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments()
                        .map(arguments -> List.of(arguments).contains(AgentMain.class.getName())).orElse(false))
                .map(ProcessHandle::pid).toList();
    }

    private String serve() throws Exception {
        return TimeLimit.within(RESTART, () -> {
            subject.launcher().findOrStart().close();
            return "Started an agent, which took the machine over";
        });
    }

    private String restart() throws Exception {
        return TimeLimit.within(RESTART, () -> {
            quit();
            return QemuHypervisor.isRunning(subject.files().vm())
                    ? serve()
                    : "Ended the other agent; the next command starts one";
        });
    }

    private void quit() throws IOException {
        try {
            subject.launcher().quit();
        } catch (AgentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
