// The wording of notifications.
package dev.wherry.app.tray;

import java.util.List;

import dev.wherry.app.text.Texts;
import dev.wherry.app.updates.Update;
import dev.wherry.app.updates.UpdateWords;
import dev.wherry.engine.agent.MachineReport;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus.Failure;
import org.jspecify.annotations.Nullable;

/** Puts into words what has happened. */
final class NoticeWords {

    private final Texts texts = Texts.of(NoticeWords.class);
    private final UpdateWords updateWords = new UpdateWords();

    Notice engineReady() {
        return new Notice(NoticeKind.ENGINE_READY, texts.get("notice.ready"), texts.get("notice.ready.text"));
    }

    Notice failed(MachineState before, @Nullable Failure failure) {
        String title = before == MachineState.STARTING ? "notice.failed.start" : "notice.failed";
        return new Notice(NoticeKind.MACHINE_FAILED, texts.get(title),
                failure == null ? texts.get("notice.failed.text") : failure.message());
    }

    Notice conflicts(List<MachineReport.Port> ports) {
        MachineReport.Port first = ports.getFirst();
        return new Notice(NoticeKind.PORT_CONFLICT, texts.get("notice.port", first.host(), ports.size() - 1),
                texts.get("notice.port.text", first.container(), String.valueOf(first.problem())));
    }

    Notice update(List<Update> updates) {
        return new Notice(NoticeKind.UPDATE, updateWords.headline(updates), texts.get("notice.update.text"));
    }

    Notice diskNearlyFull(DiskSpace space) {
        return new Notice(NoticeKind.DISK_NEARLY_FULL, texts.get("notice.disk"),
                texts.get("notice.disk.text", new DataSize(space.free()).rounded(),
                        new DataSize(space.total()).rounded()));
    }
}
