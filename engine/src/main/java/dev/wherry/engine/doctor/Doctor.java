// Runs the checks.
package dev.wherry.engine.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineCatalog;

/**
 * Examines an installation and one machine in it. Checks run at the same time, each with its own deadline, so that one that
 * hangs neither holds up nor hides the others. A doctor is made for one examination; the next wants a new one.
 */
public final class Doctor {

    private final String wherry;
    private final List<Check> checks;

    /** A doctor with these checks. */
    public Doctor(List<Check> checks) {
        this("wherry", checks);
    }

    private Doctor(String wherry, List<Check> checks) {
        this.wherry = wherry;
        this.checks = List.copyOf(checks);
    }

    /**
     * A doctor with all checks.
     *
     * @param machine     the machine's name, of the right form; it need not exist
     * @param environment variables of the process whose surroundings are to be looked at
     * @param userHome    the user's home folder, where docker clients are configured
     */
    public static Doctor of(Directories directories, String machine, Map<String, String> environment, Path userHome) {
        return new Doctor(MachineCatalog.wherry(machine),
                Checks.of(directories, machine, environment, userHome));
    }

    /** The checks, in the order in which their findings are shown. */
    public List<Check> checks() {
        return checks;
    }

    /** Runs all checks; the findings are in the order of the checks. */
    public List<Finding> examine() {
        return examine(finding -> {
        });
    }

    /**
     * Does the same, and tells of each finding as soon as it is there.
     *
     * @param found called by several threads at the same time
     */
    public List<Finding> examine(Consumer<Finding> found) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return checks.stream().map(check -> CompletableFuture.supplyAsync(() -> {
                Finding finding = run(check);
                found.accept(finding);
                return finding;
            }, threads)).toList().stream().map(CompletableFuture::join).toList();
        }
    }

    /** Runs those of the checks that {@code ids} name. */
    public List<Finding> examine(List<String> ids) {
        return new Doctor(wherry, checks.stream().filter(check -> ids.contains(check.id())).toList()).examine();
    }

    private Finding run(Check check) {
        try {
            return TimeLimit.within(check.deadline(), check::run);
        } catch (TimeoutException e) {
            return Finding.failed(check, "The check failed: " + e.getMessage() + ".",
                    "Run \"" + wherry + " doctor\" again; if it stays so, restart this computer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.skipped(check, "it was interrupted");
        } catch (Exception e) {
            return Finding.failed(check, "The check failed because " + (e.getMessage() == null ? e : e.getMessage()),
                    "Run \"" + wherry + " diagnose\" and look into its logs.");
        }
    }
}
