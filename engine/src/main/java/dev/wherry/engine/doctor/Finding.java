// What a check has found.
package dev.wherry.engine.doctor;

import org.jspecify.annotations.Nullable;

/**
 * The end of a check.
 *
 * @param check     the check's id
 * @param title     the check's title
 * @param outcome   how it came out
 * @param cause     what was seen: the fact when it passed, the cause of everything else
 * @param fix       what to do about it, a command to type where there is one; empty when nothing is to be done
 * @param automatic does the same; null when that takes a person's decision
 */
public record Finding(String check, String title, Outcome outcome, String cause, String fix,
        @Nullable Fix automatic) {

    static Finding passed(Check check, String fact) {
        return new Finding(check.id(), check.title(), Outcome.PASSED, fact, "", null);
    }

    static Finding warning(Check check, String cause, String fix) {
        return new Finding(check.id(), check.title(), Outcome.WARNING, cause, fix, null);
    }

    static Finding failed(Check check, String cause, String fix) {
        return new Finding(check.id(), check.title(), Outcome.FAILED, cause, fix, null);
    }

    static Finding skipped(Check check, String reason) {
        return new Finding(check.id(), check.title(), Outcome.SKIPPED, reason, "", null);
    }

    Finding fixedBy(Fix safe) {
        return new Finding(check, title, outcome, cause, fix, safe);
    }
}
