// The last events.
package dev.wherry.app.window.machine;

import java.util.List;
import java.util.stream.Stream;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.docker.EngineEvent;
import dev.wherry.engine.machine.MachineState;
import org.jspecify.annotations.Nullable;

/** Keeps what the engine tells and how the machine's state changes, the newest first. */
final class EventLog implements Subscription {

    /** More than these nobody reads. */
    static final int KEPT = 200;

    private final Live<List<Happening>> entries = new Live<>(List.of());
    private final Scope scope = new Scope();
    private @Nullable MachineState state; // guarded by this
    private long count; // guarded by this

    EventLog(Live<MachineView> machine, Live<EngineEvent> events) {
        scope.add(machine.listen(() -> note(machine.get())));
        // The engine's events come one by one, on one thread, so that none of them is missed here.
        scope.add(events.listen(() -> note(events.get())));
    }

    /** The entries, the newest first. */
    Live<List<Happening>> entries() {
        return entries;
    }

    private synchronized void note(MachineView view) {
        if (state != null && state != view.state()) {
            add(Happening.of(++count, view.state(), view.report().name()));
        }
        state = view.state();
    }

    private synchronized void note(EngineEvent event) {
        // Commands in containers are mostly health checks, and come by the dozen.
        if (!event.type().isEmpty() && !event.action().startsWith("exec_")) {
            add(Happening.of(++count, event));
        }
    }

    private void add(Happening happening) {
        entries.update(old -> Stream.concat(Stream.of(happening), old.stream()).limit(KEPT).toList());
    }

    @Override
    public void close() {
        scope.close();
    }
}
