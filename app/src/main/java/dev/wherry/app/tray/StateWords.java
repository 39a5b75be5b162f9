// The machine's state in a line.
package dev.wherry.app.tray;

import java.util.Optional;
import java.util.stream.Stream;

import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.machine.Stage;
import org.jspecify.annotations.Nullable;

/** Says how the machine is. */
final class StateWords {

    private final Texts texts = Texts.of(StateWords.class);

    String of(MachineView machine, Listing<ContainerSummary> containers) {
        MachineReport report = machine.report();
        if (machine.lost() != null) {
            return texts.get("state.lost");
        }
        Optional<MachineReport.Port> broken = report.ports().stream().filter(port -> port.problem() != null)
                .findFirst();
        if (broken.isPresent()) {
            return texts.get("state.port", broken.get().host());
        }
        return switch (report.state()) {
            case STARTING -> texts.get("state.starting", stage(report.stage()));
            case RUNNING -> containers.known()
                    ? texts.get("state.running.containers", TrayMenu.running(containers).count())
                    : texts.get("state.running");
            case STOPPED -> texts.get(report.standsBy() ? "state.standby" : "state.STOPPED");
            default -> texts.get("state." + report.state());
        };
    }

    // The agent names a stage by its English title.
    private String stage(@Nullable String title) {
        return Stream.of(Stage.values()).filter(stage -> stage.title().equals(title)).findFirst()
                .map(stage -> texts.get("stage." + stage)).orElse(title == null ? "" : title);
    }
}
