// What the machine page shows and does.
package dev.wherry.app.window.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.desk.SettingsView;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.docker.EngineVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the machine closely while somebody looks: what it uses, its forwards' traffic, its disk. */
public final class MachineModel implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(MachineModel.class);
    private static final Duration TRAFFIC = Duration.ofSeconds(1);
    /** Asking for the size of a file starts a process. */
    private static final Duration DISK = Duration.ofSeconds(10);

    private final Desk desk;
    private final Live<Usage> usage = new Live<>(Usage.UNKNOWN);
    private final Live<DiskFile> disk = new Live<>(DiskFile.NONE);
    private final Live<List<MachineReport.Port>> forwards = new Live<>(List.of());
    private final Live<Optional<EngineVersion>> engine = new Live<>(Optional.empty());
    private final EventLog events;
    private final Scope scope = new Scope();
    private boolean shown; // guarded by this
    private @Nullable Scope looking; // guarded by this
    private @Nullable Scope following; // guarded by this

    /** Of {@code desk}'s machine. */
    public MachineModel(Desk desk) {
        this.desk = desk;
        this.events = new EventLog(desk.machine(), desk.engine().events());
        scope.add(events);
        scope.add(desk.machine().listen(this::follow));
    }

    /** The machine. */
    Live<MachineView> machine() {
        return desk.machine();
    }

    /** What it uses; unknown unless it runs and somebody looks. */
    Live<Usage> usage() {
        return usage;
    }

    /** Its data disk on the host. */
    Live<DiskFile> disk() {
        return disk;
    }

    /** Published ports with their traffic. */
    Live<List<MachineReport.Port>> forwards() {
        return forwards;
    }

    /** The engine's and the kernel's version; empty unless it runs. */
    Live<Optional<EngineVersion>> engine() {
        return engine;
    }

    /** The last events, the newest first. */
    Live<List<Happening>> events() {
        return events.entries();
    }

    /** What waits for a restart. */
    Live<SettingsView> settings() {
        return desk.settings().view();
    }

    /** Somebody looks. */
    synchronized void show() {
        shown = true;
        if (looking == null) {
            looking = new Scope();
            looking.add(new Poll("disk-poll", DISK, () -> disk.set(DiskFile.at(desk.files().disk()))));
        }
        Thread.ofVirtual().name("settings-refresh").start(desk.settings()::refresh);
        follow();
    }

    /** Nobody looks any more. */
    synchronized void hide() {
        shown = false;
        if (looking != null) {
            looking.close();
            looking = null;
        }
        follow();
    }

    private synchronized void follow() {
        MachineView view = desk.machine().get();
        forwards.set(view.report().ports());
        if (!view.engineAnswers()) {
            usage.set(Usage.UNKNOWN);
            engine.set(Optional.empty());
        }
        boolean wanted = shown && view.engineAnswers();
        if (wanted && following == null) {
            following = start();
        } else if (!wanted && following != null) {
            following.close();
            following = null;
        }
    }

    private Scope start() {
        Scope started = new Scope();
        started.add(new GuestMeter(desk.launcher(), sample -> usage.update(old -> old.after(sample))));
        started.add(new Poll("traffic-poll", TRAFFIC, () -> forwards.set(desk.launcher().status().ports())));
        Thread.ofVirtual().name("engine-version").start(this::askEngine);
        return started;
    }

    private void askEngine() {
        try {
            engine.set(Optional.of(desk.engine().client().version()));
        } catch (IOException e) {
            LOG.debug("The engine does not tell its version: {}", e.getMessage());
        }
    }

    /** Does what {@code verb} says. */
    Job act(Verb verb) {
        return switch (verb) {
            case START -> desk.actions().start();
            case STOP -> desk.actions().stop();
            case RESTART -> desk.actions().restart();
            case PAUSE -> desk.actions().pause();
            case RESUME -> desk.actions().resume();
            case RESET -> desk.actions().reset();
            case EMPTY -> desk.actions().wipe();
        };
    }

    /** What is on the data disk as far as it is known. */
    Contents contents() {
        return new Contents(count(desk.engine().containers().get()), count(desk.engine().images().get()),
                count(desk.engine().volumes().get()));
    }

    private static int count(Listing<?> listing) {
        return listing.items().size();
    }

    /** How many things there are; all 0 when the engine has not told. */
    record Contents(int containers, int images, int volumes) {

        boolean isKnown() {
            return containers + images + volumes > 0;
        }
    }

    @Override
    public void close() {
        hide();
        scope.close();
    }
}
