// Whether the folders that should be shared are.
package dev.wherry.engine.doctor;

import java.util.List;
import java.util.stream.Collectors;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.agent.MachineReport.Share;

/** Looks for shared folders of which something does not work. The machine works without them, so they are warnings. */
final class SharesCheck implements Check {

    private final Subject subject;

    SharesCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "shares";
    }

    @Override
    public String title() {
        return "Shared folders";
    }

    @Override
    public Finding run() throws Exception {
        return subject.agent() instanceof AgentAnswer.Report(MachineReport report) && report.vm() != null
                ? judge(report.shares())
                : Finding.skipped(this, subject.agent().obstacle().orElse("the machine does not run"));
    }

    Finding judge(List<Share> shares) {
        List<Share> troubled = shares.stream().filter(share -> share.problem() != null).toList();
        if (!troubled.isEmpty()) {
            return Finding.warning(this,
                    troubled.stream().map(share -> share.folder() + ": " + share.problem())
                            .collect(Collectors.joining("\n")),
                    "Put the folder right, or take it from the shares: " + subject.wherry() + " share remove FOLDER");
        }
        List<String> waiting = shares.stream().filter(share -> !share.mounted()).map(Share::folder).toList();
        return waiting.isEmpty()
                ? Finding.passed(this, shares.isEmpty()
                        ? "none"
                        : shares.stream().map(Share::folder).collect(Collectors.joining(", ")))
                : Finding.warning(this, "Not in the VM as yet: " + String.join(", ", waiting),
                        "Look again in some seconds.");
    }
}
