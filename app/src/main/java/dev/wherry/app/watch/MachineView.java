// The machine as the app knows it just now.
package dev.wherry.app.watch;

import dev.wherry.app.model.Failure;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.machine.MachineState;
import org.jspecify.annotations.Nullable;

/**
 * The machine.
 *
 * @param report what was last heard of it
 * @param lost   why nothing newer is known; null while the agent answers, or where there is no need of one
 */
public record MachineView(MachineReport report, @Nullable Failure lost) {

    /** What it is doing. */
    public MachineState state() {
        return report.state();
    }

    /** Whether its engine can be talked to. */
    public boolean engineAnswers() {
        return report.state() == MachineState.RUNNING && lost == null;
    }
}
