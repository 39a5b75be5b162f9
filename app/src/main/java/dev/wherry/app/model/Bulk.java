// The same work for each of several things.
package dev.wherry.app.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Work on several things, a few at a time, as one job. The failure of one does not keep the others from their turn; in the end
 * each failure is told with the name of its thing.
 *
 * @param things in the order of their turns
 * @param name   what a thing is called
 * @param step   what is done with each
 */
public record Bulk<T>(List<T> things, Function<T, String> name, Step<T> step) implements Job.Work {

    /** What is done with one thing. It is interrupted when the job is cancelled. */
    @FunctionalInterface
    public interface Step<T> {
        void run(T thing) throws Exception;
    }

    private static final int AT_ONCE = 8;
    /** So many failures tell what is wrong; the details have them all. */
    private static final int TOLD = 6;

    public Bulk {
        things = List.copyOf(things);
    }

    @Override
    public void run(Job.Report report) throws Exception {
        if (things.size() == 1) {
            step.run(things.getFirst());
            return;
        }
        AtomicInteger done = new AtomicInteger();
        List<Callable<Void>> turns = things.stream().<Callable<Void>>map(thing -> () -> {
            report.at((double) done.get() / things.size(), name.apply(thing));
            try {
                step.run(thing);
            } finally {
                report.at((double) done.incrementAndGet() / things.size(), name.apply(thing));
            }
            return null;
        }).toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            tell(workers.invokeAll(turns));
        }
    }

    private void tell(List<Future<Void>> turns) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Throwable> causes = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).state() == Future.State.FAILED) {
                Throwable cause = turns.get(i).exceptionNow();
                Failure failure = Failure.of(name.apply(things.get(i)), cause);
                lines.add((failure.what() + ": " + failure.cause() + " " + failure.remedy()).strip());
                causes.add(cause);
            }
        }
        if (!causes.isEmpty()) {
            if (lines.size() > TOLD) {
                lines.set(TOLD, "… (+" + (lines.size() - TOLD) + ")");
            }
            IOException failures = new IOException(
                    String.join("\n", lines.subList(0, Math.min(lines.size(), TOLD + 1))));
            causes.forEach(failures::addSuppressed);
            throw failures;
        }
    }
}
