// What the tray is told in tests.
package dev.wherry.app.tray;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.wherry.app.model.Failure;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus;
import dev.wherry.engine.machine.Stage;

/** Machines in all their states. */
final class Reports {

    private Reports() {
    }

    static MachineView machine(MachineState state, MachineReport.Port... ports) {
        MachineStatus.Failure failure = state == MachineState.FAILED
                ? new MachineStatus.Failure(Stage.BOOT, "The guest did not boot within 120 s.", "", List.of())
                : null;
        return new MachineView(new MachineReport("default", state, null, null, 1, failure, "/run/docker.sock", null,
                List.of(ports), List.of()), null);
    }

    static MachineView starting(Stage stage) {
        return new MachineView(new MachineReport("default", MachineState.STARTING, null, stage.title(),
                stage.fraction(), null, "/run/docker.sock", null, List.of(), List.of()), null);
    }

    static MachineView withoutAgent(MachineView machine) {
        return new MachineView(machine.report(), new Failure("Follow default", "no answer", "", ""));
    }

    static MachineReport.Port port(String container, String host, int containerPort) {
        return new MachineReport.Port(container, host, number(host), containerPort, "tcp", null, 0, 0, 0, 0);
    }

    static MachineReport.Port conflict(String container, String host) {
        return new MachineReport.Port(container, host, number(host), 80, "tcp", "another program listens there", 0, 0,
                0, 0);
    }

    static Listing<ContainerSummary> containers(String... runningNames) {
        return new Listing<>(true, Stream.of(runningNames).map(name -> container(name, "running")).toList());
    }

    static ContainerSummary container(String name, String state) {
        return new ContainerSummary("id-of-" + name, List.of(name), "wherry/hello", "sha256:0", state, "", Map.of(),
                List.of(), List.of(), List.of(), List.of(), Instant.EPOCH);
    }

    private static int number(String host) {
        return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
    }
}
