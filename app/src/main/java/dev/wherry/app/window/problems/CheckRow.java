// One self-check as the page shows it.
package dev.wherry.app.window.problems;

import dev.wherry.engine.doctor.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A check.
 *
 * @param id      its name for programs
 * @param title   its name for people
 * @param finding what it has found; null while it is under way
 * @param fixed   what became of fixing it, in a sentence; empty when nobody has tried
 */
record CheckRow(String id, String title, @Nullable Finding finding, String fixed) {

    CheckRow underWay() {
        return new CheckRow(id, title, null, fixed);
    }

    CheckRow found(Finding what) {
        return new CheckRow(id, title, what, fixed);
    }

    CheckRow fixed(String how) {
        return new CheckRow(id, title, finding, how);
    }
}
