// What "wherry doctor" prints.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.doctor.Doctor;
import dev.wherry.engine.doctor.DoctorReport;
import dev.wherry.engine.doctor.Finding;
import dev.wherry.engine.doctor.Outcome;
import dev.wherry.engine.host.Directories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorCommandTest {

    private static final List<Finding> FINDINGS = List.of(
            new Finding("qemu", "QEMU", Outcome.PASSED, "QEMU 10.0.2", "", null),
            new Finding("accelerator", "Accelerator", Outcome.WARNING, "There is no KVM.", "sudo modprobe kvm", null),
            new Finding("ports", "Published ports", Outcome.FAILED, "8080 of web: taken\n8081 of web: taken",
                    "End the program.", () -> "done"),
            new Finding("clock", "Guest clock", Outcome.SKIPPED, "the machine does not run", "", null));

    @Test
    void eachCheckHasALineAndCauseAndFixBelowIt() {
        StringWriter out = new StringWriter();
        new FindingList(new CommandLine(new WherryCommand()).setOut(new PrintWriter(out))).print(FINDINGS,
                Map.of("qemu", "Installed it"), Map.of("ports", "no right to"));
        assertThat(out.toString().lines()).containsExactly(
                "+ passed  QEMU             QEMU 10.0.2",
                "           Fixed: Installed it",
                "! warning Accelerator",
                "           Cause: There is no KVM.",
                "           Fix:   sudo modprobe kvm",
                "x failed  Published ports",
                "           Cause: 8080 of web: taken",
                "                  8081 of web: taken",
                "           Fix:   End the program.",
                "           Could not be fixed: no right to",
                "- skipped Guest clock      the machine does not run",
                "",
                "1 passed, 1 warning, 1 failed, 1 skipped");
    }

    @Test
    void theJsonIsAsDocumented(@TempDir Path home) throws Exception {
        Directories directories = new Directories(home.resolve("c"), home.resolve("d"), home.resolve("l"),
                home.resolve("r"));
        List<Finding> findings = Doctor.of(directories, "default", Map.of(), home).examine();
        JsonNode json = new ObjectMapper()
                .valueToTree(DoctorReport.of("default", findings, Map.of("qemu", "Installed it")));
        DocumentedJson documented = DocumentedJson.section("doctor");
        documented.isThatOf(json);
        TreeSet<String> ids = new TreeSet<>(json.path("findings").findValuesAsText("check"));
        assertThat(ids).hasSize(findings.size()).allSatisfy(
                id -> assertThat(Files.readString(Path.of("../docs/json.md"))).contains("`" + id + "`"));
    }
}
