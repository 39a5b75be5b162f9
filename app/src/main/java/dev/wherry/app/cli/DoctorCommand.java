// "wherry doctor"
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.wherry.engine.doctor.Doctor;
import dev.wherry.engine.doctor.DoctorReport;
import dev.wherry.engine.doctor.Finding;
import dev.wherry.engine.doctor.Fix;
import dev.wherry.engine.host.Directories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for what is wrong, and says how to put it right. */
@Command(description = "Find out what is wrong, and how to put it right.", footer = {"", "Example:",
        "  wherry doctor --fix"}, exitCodeListHeading = "Exit codes:%n", exitCodeList = {
                "0:nothing failed", "1:something did"})
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Option(names = "--fix", description = "Put right what can be without any risk.")
    private boolean fix;
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    private final Map<String, String> fixed = new LinkedHashMap<>();
    private final Map<String, String> unfixed = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        String name = machine.name();
        List<Finding> findings = new ArrayList<>(doctor(name).examine());
        if (fix) {
            findings.forEach(this::apply);
            recheck(findings, name);
        }
        if (json) {
            Json.print(spec, DoctorReport.of(name, findings, fixed));
        } else {
            new FindingList(spec.commandLine()).print(findings, fixed, unfixed);
        }
        return DoctorReport.Summary.of(findings).failed() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Doctor doctor(String machine) {
        return Doctor.of(Directories.ofCurrentUser(), machine, System.getenv(), Directories.home());
    }

    private void apply(Finding finding) {
        Fix automatic = finding.automatic();
        if (automatic == null) {
            return;
        }
        try {
            fixed.put(finding.check(), automatic.apply());
        } catch (Exception e) {
            unfixed.put(finding.check(), String.valueOf(e.getMessage()));
        }
    }

    private void recheck(List<Finding> findings, String name) {
        Map<String, Finding> anew = new LinkedHashMap<>();
        doctor(name).examine(List.copyOf(fixed.keySet())).forEach(finding -> anew.put(finding.check(), finding));
        findings.replaceAll(finding -> anew.getOrDefault(finding.check(), finding));
    }
}
