// Decides when the user is told something.
package dev.wherry.app.tray;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.updates.Look;
import dev.wherry.app.updates.Update;
import dev.wherry.app.updates.UpdateView;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.machine.MachineState;

/** Tells of what happens while the app runs, each thing once; nothing of what was so before. */
public final class NoticeModel {

    /** A port and where it stands, which is all that a conflict is recognised by. */
    private record PortKey(String container, String host, String transport) {
    }

    private static final Set<MachineState> ALIVE = EnumSet.of(MachineState.STARTING, MachineState.RUNNING,
            MachineState.PAUSED, MachineState.STOPPING);

    private final NoticeWords words = new NoticeWords();
    private final Predicate<NoticeKind> wanted;
    private final Consumer<Notice> teller;
    private MachineReport last; // guarded by this
    private boolean diskFull; // guarded by this
    private UpdateView lastUpdates; // guarded by this

    /**
     * Follows the machine and what is newer until {@code scope} is closed.
     *
     * @param disk    the room on its data disk, while that is known
     * @param updates the newer versions that the user wants to hear of
     * @param wanted  whether the user wants to hear of a kind; asked each time
     * @param teller  tells the user; called on the thread of the change
     */
    public static void follow(Scope scope, Live<MachineView> machine, Live<Optional<DiskSpace>> disk,
            Live<UpdateView> updates, Predicate<NoticeKind> wanted, Consumer<Notice> teller) {
        NoticeModel model = new NoticeModel(machine, disk, updates, wanted, teller);
        scope.add(machine.listen(() -> model.tell(model.changes(machine))));
        scope.add(disk.listen(() -> model.tell(model.changes(disk.get()))));
        scope.add(updates.listen(() -> model.tell(model.newer(updates))));
    }

    private NoticeModel(Live<MachineView> machine, Live<Optional<DiskSpace>> disk,
            Live<UpdateView> updates, Predicate<NoticeKind> wanted, Consumer<Notice> teller) {
        this.wanted = wanted;
        this.teller = teller;
        this.last = machine.get().report();
        this.diskFull = disk.get().map(DiskSpace::nearlyFull).orElse(false);
        this.lastUpdates = updates.get();
    }

    private void tell(List<Notice> notices) {
        notices.stream().filter(notice -> wanted.test(notice.kind())).forEach(teller);
    }

    private synchronized List<Notice> changes(Live<MachineView> machine) {
        // Read under the lock, so that two changes at once are compared in their order.
        MachineReport before = last;
        MachineReport now = machine.get().report();
        last = now;
        List<Notice> notices = new ArrayList<>();
        if (!ALIVE.contains(before.state())) {
            // Found so, or about to start: what is there now has not happened before the user's eyes.
            return notices;
        }
        if (before.state() == MachineState.STARTING && now.state() == MachineState.RUNNING) {
            notices.add(words.engineReady());
        }
        if (now.state() == MachineState.FAILED) {
            notices.add(words.failed(before.state(), now.failure()));
        }
        List<MachineReport.Port> conflicts = newConflicts(before, now);
        if (!conflicts.isEmpty()) {
            notices.add(words.conflicts(conflicts));
        }
        return notices;
    }

    private static List<MachineReport.Port> newConflicts(MachineReport before, MachineReport now) {
        Set<PortKey> known = conflicts(before).stream().map(NoticeModel::key).collect(Collectors.toSet());
        return conflicts(now).stream().filter(port -> !known.contains(key(port))).toList();
    }

    private static List<MachineReport.Port> conflicts(MachineReport report) {
        return report.ports().stream().filter(port -> port.problem() != null).toList();
    }

    private static PortKey key(MachineReport.Port port) {
        return new PortKey(port.container(), port.host(), port.transport());
    }

    private synchronized List<Notice> changes(Optional<DiskSpace> disk) {
        boolean before = diskFull;
        diskFull = disk.map(space -> space.nearlyFull() || (before && !space.relieved())).orElse(before);
        return diskFull && !before ? disk.map(words::diskNearlyFull).stream().toList() : List.of();
    }

    private synchronized List<Notice> newer(Live<UpdateView> updates) {
        UpdateView before = lastUpdates;
        lastUpdates = updates.get();
        Set<String> known = before.updates().stream().map(Update::key).collect(Collectors.toSet());
        List<Update> found = lastUpdates.updates().stream().filter(update -> !known.contains(update.key())).toList();
        // The first that is heard of them is what an earlier run has told of.
        return found.isEmpty() || before.look() instanceof Look.Unread ? List.of() : List.of(words.update(found));
    }
}
