// The self-checks: what they find, and what puts it right.
package dev.wherry.app.window.problems;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.release.Release;
import dev.wherry.app.text.Texts;
import dev.wherry.app.updates.UpdateWords;
import dev.wherry.engine.diagnose.Diagnosis;
import dev.wherry.engine.doctor.Check;
import dev.wherry.engine.doctor.Doctor;
import dev.wherry.engine.doctor.Finding;
import dev.wherry.engine.doctor.Fix;
import dev.wherry.engine.doctor.Outcome;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.FileManager;
import dev.wherry.engine.host.desktop.HostDesktop;
import org.jspecify.annotations.Nullable;

/** Examines on request, one examination at a time; each check's finding is there as soon as it is made. */
public final class ProblemsModel implements Subscription {

    private static final Texts TEXTS = Texts.of(ProblemsModel.class);

    private final Desk desk;
    private final Supplier<Doctor> doctor;
    private final FileManager fileManager;
    private final Live<List<CheckRow>> rows = new Live<>(List.of());
    private final Live<Boolean> busy = new Live<>(false);
    private final Scope scope = new Scope();
    private final Live<Integer> failed;
    private final Live<String> lookedForUpdates;

    /** For {@code desk}'s machine. */
    public ProblemsModel(Desk desk) {
        this(desk, () -> Doctor.of(desk.directories(), desk.machine().get().report().name(), System.getenv(),
                Directories.home()), HostDesktop.ofCurrentUser().files());
    }

    /** @param doctor makes a doctor for one examination */
    ProblemsModel(Desk desk, Supplier<Doctor> doctor, FileManager fileManager) {
        this.desk = desk;
        this.doctor = doctor;
        this.fileManager = fileManager;
        this.failed = Live.computed(scope, () -> count(Outcome.FAILED), rows);
        UpdateWords words = new UpdateWords();
        this.lookedForUpdates = Live.computed(scope, () -> words.looked(desk.updates().all().get()),
                desk.updates().all());
    }

    /** The checks in their order. */
    Live<List<CheckRow>> rows() {
        return rows;
    }

    /** When there was a look for newer versions, and what came of it or kept it from coming. */
    Live<String> lookedForUpdates() {
        return lookedForUpdates;
    }

    /** Whether an examination is under way. */
    Live<Boolean> busy() {
        return busy;
    }

    /** How many checks have failed, as far as is known. */
    public Live<Integer> failed() {
        return failed;
    }

    /** How many checks came out as {@code outcome}. */
    int count(Outcome outcome) {
        return Math.toIntExact(rows.get().stream().map(CheckRow::finding)
                .filter(finding -> finding != null && finding.outcome() == outcome).count());
    }

    /** Makes all checks anew; nothing happens while they are being made. */
    public void examine() {
        if (begin()) {
            desk.jobs().start(TEXTS.get("job.examine"), report -> {
                try {
                    examine(report);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private synchronized boolean begin() {
        boolean free = !busy.get();
        busy.set(true);
        return free;
    }

    private void examine(Job.Report report) {
        Doctor made = doctor.get();
        List<Check> checks = made.checks();
        AtomicInteger done = new AtomicInteger();
        rows.set(checks.stream().map(check -> new CheckRow(check.id(), check.title(), null, "")).toList());
        made.examine(finding -> {
            change(finding.check(), row -> row.found(finding));
            report.at((double) done.incrementAndGet() / checks.size(), finding.title());
        });
    }

    private void change(String check, UnaryOperator<CheckRow> how) {
        rows.update(old -> old.stream().map(row -> row.id().equals(check) ? how.apply(row) : row).toList());
    }

    /** Lets what {@code row} found put itself right, and checks again. */
    Job fix(CheckRow row) {
        return desk.jobs().start(TEXTS.get("job.fix", row.title()), report -> {
            @Nullable
            Fix fix = row.finding() == null ? null : row.finding().automatic();
            if (fix != null) {
                String done = fix.apply();
                change(row.id(), CheckRow::underWay);
                doctor.get().examine(List.of(row.id()))
                        .forEach(finding -> change(row.id(), old -> old.found(finding).fixed(done)));
            }
        });
    }

    /** All findings as text. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (CheckRow row : rows.get()) {
            Finding finding = row.finding();
            if (finding != null) {
                text.append(TEXTS.get("outcome." + finding.outcome())).append(": ").append(finding.title())
                        .append("\n  ")
                        .append(String.join("\n  ", (finding.cause() + "\n" + finding.fix()).strip().split("\n")))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /**
     * Collects logs, settings and versions in a zip file.
     *
     * @param file what is there is replaced
     */
    Job save(Path file) {
        return desk.jobs().start(TEXTS.get("job.save"), report -> {
            Files.deleteIfExists(file);
            new Diagnosis(desk.directories(), desk.machine().get().report().name(), "wherry " + Release.number(),
                    System.getenv(), Directories.home()).writeTo(file);
        });
    }

    /** Shows the folder with the logs. */
    Job openLogs() {
        return desk.jobs().start(TEXTS.get("job.logs"), report -> {
            Files.createDirectories(desk.directories().logs());
            fileManager.show(desk.directories().logs());
        });
    }

    @Override
    public void close() {
        scope.close();
    }
}
