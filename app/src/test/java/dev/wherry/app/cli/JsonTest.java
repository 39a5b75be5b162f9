// What programs are promised: docs/json.md against the records that commands print.
package dev.wherry.app.cli;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus;
import dev.wherry.engine.machine.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class JsonTest {

    private static final MachineReport.Port PORT = new MachineReport.Port("web", "127.0.0.1:80", 80, 80, "tcp", "taken",
            0, 1, 2, 3);
    private static final MachineReport.Share SHARE = new MachineReport.Share("/home/me", "/home/me", false, false,
            "it is not there");
    private static final MachineReport.Vm VM = new MachineReport.Vm(1, "tcg", "it is all there is", "1", 2, 1024, 22,
            "http://proxy:3128 (HTTP_PROXY)");

    @SuppressWarnings("UnusedVariable") // by its name, below
    private static final List<Arguments> DOCUMENTS = List.of(
            Arguments.of("status",
                    new MachineReport("default", MachineState.FAILED, "2026-01-01T00:00:00Z", "Booting", 0.5,
                            new MachineStatus.Failure(Stage.BOOT, "It broke.", "Mend it.", List.of("panic")),
                            "/run/docker.sock", VM,
                            List.of(PORT), List.of(SHARE))),
            Arguments.of("port", List.of(PORT)),
            Arguments.of("share list", List.of(SHARE)),
            Arguments.of("machine list",
                    List.of(new MachineList.Line("default", "PAUSED", "why", true, "/run/docker.sock", "wherry"))),
            Arguments.of("upgrade",
                    new UpgradeReport("it is off", new UpgradeReport.Program("1", "2", "https://x", "a"),
                            new UpgradeReport.Image("1", "1", "2", 3, "b"))),
            Arguments.of("info", new InfoCommand.Info("1", "2", "default", "RUNNING",
                    new InfoCommand.Files("a", "b", "c", "d", "e", "f"),
                    new InfoCommand.Engine("26", "1.45", "linux", "amd64", "6.12"), VM)));

    @ParameterizedTest(name = "{0}")
    @FieldSource("DOCUMENTS")
    void everyFieldIsDocumentedWithItsType(String section, Object printed) throws Exception {
        DocumentedJson.section(section).isThatOf(new ObjectMapper().valueToTree(printed));
    }
}
