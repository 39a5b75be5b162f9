// How the doctor's findings look to people.
package dev.wherry.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.doctor.DoctorReport.Summary;
import dev.wherry.engine.doctor.Finding;
import dev.wherry.engine.doctor.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** One line for each check; below one that is not well, why and what to do. */
final class FindingList {

    private static final String INDENT = " ".repeat(11);

    private final PrintWriter out;

    FindingList(CommandLine commandLine) {
        this.out = commandLine.getOut();
    }

    /**
     * Prints all findings and a summary.
     *
     * @param fixed   what was done, by the ids of the checks
     * @param unfixed why something could not be done, likewise
     */
    void print(List<Finding> findings, Map<String, String> fixed, Map<String, String> unfixed) {
        int width = findings.stream().mapToInt(finding -> finding.title().length()).max().orElse(0);
        for (Finding finding : findings) {
            String mark = mark(finding.outcome());
            switch (finding.outcome()) {
                case PASSED, SKIPPED -> out.println(
                        mark + " " + ("%-" + width + "s").formatted(finding.title()) + "  " + finding.cause());
                case WARNING, FAILED -> {
                    out.println(mark + " " + finding.title());
                    detail("Cause: ", finding.cause());
                    detail("Fix:   ", finding.fix());
                }
            }
            detail("Fixed: ", fixed.getOrDefault(finding.check(), ""));
            detail("Could not be fixed: ", unfixed.getOrDefault(finding.check(), ""));
        }
        out.println();
        out.println(inWords(Summary.of(findings)));
        out.flush();
    }

    private void detail(String title, String text) {
        String before = title;
        for (String line : text.lines().toList()) {
            out.println(INDENT + before + line);
            before = " ".repeat(title.length());
        }
    }

    // A sign and a word, so that neither colour nor a good font is needed.
    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> coloured("green", "+ passed ");
            case WARNING -> coloured("yellow", "! warning");
            case FAILED -> coloured("red", "x failed ");
            case SKIPPED -> coloured("faint", "- skipped");
        };
    }

    private static String coloured(String colour, String word) {
        return Ansi.AUTO.string("@|" + colour + " " + word + "|@");
    }

    private static String inWords(Summary summary) {
        return summary.passed() + " passed, " + summary.warnings()
                + (summary.warnings() == 1 ? " warning" : " warnings")
                + ", " + summary.failed() + " failed"
                + (summary.skipped() == 0 ? "" : ", " + summary.skipped() + " skipped");
    }
}
