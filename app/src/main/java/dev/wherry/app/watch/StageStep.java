// The steps of a start, one below the other.
package dev.wherry.app.watch;

import java.util.List;
import java.util.stream.Stream;

import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus.Failure;
import dev.wherry.engine.machine.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One step of a start.
 *
 * @param stage    which one
 * @param progress how it stands
 */
public record StageStep(Stage stage, Progress progress) {

    /** How a step stands. */
    public enum Progress {
        TO_COME,
        UNDER_WAY,
        DONE,
        FAILED
    }

    /** All steps of the start that {@code report} tells of; none is done while the machine is not started. */
    public static List<StageStep> of(MachineReport report) {
        @Nullable
        Failure failure = report.failure();
        return switch (report.state()) {
            case STARTING -> upTo(titled(report.stage()), Progress.UNDER_WAY);
            case FAILED -> upTo(failure == null ? null : failure.stage(), Progress.FAILED);
            case RUNNING, PAUSED ->
                Stream.of(Stage.values()).map(stage -> new StageStep(stage, Progress.DONE)).toList();
            case ABSENT, STOPPED, STOPPING -> upTo(null, Progress.TO_COME);
        };
    }

    private static @Nullable Stage titled(@Nullable String title) {
        return Stream.of(Stage.values()).filter(stage -> stage.title().equals(title)).findFirst().orElse(null);
    }

    private static List<StageStep> upTo(@Nullable Stage current, Progress its) {
        return Stream.of(Stage.values()).map(stage -> new StageStep(stage,
                current == null || stage.compareTo(current) > 0
                        ? Progress.TO_COME
                        : stage == current ? its : Progress.DONE))
                .toList();
    }

    /** Whether {@code report} tells of a start that goes on or has failed. */
    public static boolean concerns(MachineReport report) {
        return report.state() == MachineState.STARTING
                || (report.failure() != null && report.failure().stage() != null);
    }
}
