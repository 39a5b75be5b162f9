// What the doctor tells programs.
package dev.wherry.engine.doctor;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All findings; the schema of {@code wherry doctor --json}, described in docs/json.md.
 *
 * @param machine  name of the machine that was looked at
 * @param findings in the order of the checks
 * @param summary  how many of each outcome
 */
public record DoctorReport(String machine, List<Entry> findings, Summary summary) {

    /**
     * A finding.
     *
     * @param fixable whether {@code --fix} can put it right
     * @param fixed   what {@code --fix} did about it before this was found; null when nothing
     */
    public record Entry(String check, String title, Outcome outcome, String cause, String fix, boolean fixable,
            @Nullable String fixed) {
    }

    /** How many checks ended in which way. */
    public record Summary(int passed, int warnings, int failed, int skipped) {

        /** The counts of {@code findings}. */
        public static Summary of(List<Finding> findings) {
            return new Summary(count(findings, Outcome.PASSED), count(findings, Outcome.WARNING),
                    count(findings, Outcome.FAILED), count(findings, Outcome.SKIPPED));
        }

        private static int count(List<Finding> findings, Outcome outcome) {
            return Math.toIntExact(findings.stream().filter(finding -> finding.outcome() == outcome).count());
        }
    }

    /**
     * The report on {@code findings}.
     *
     * @param fixed what was done, by the ids of the checks
     */
    public static DoctorReport of(String machine, List<Finding> findings, Map<String, String> fixed) {
        return new DoctorReport(machine, findings.stream()
                .map(finding -> new Entry(finding.check(), finding.title(), finding.outcome(), finding.cause(),
                        finding.fix(), finding.automatic() != null, fixed.get(finding.check())))
                .toList(), Summary.of(findings));
    }
}
