// The lines of a log as JavaFX' lists take them.
package dev.wherry.app.window.container;

import javafx.collections.ObservableListBase;

/** Goes from one moment of a log to the next by telling what went at its beginning and what came at its end. */
final class LogRows extends ObservableListBase<LogEntry> {

    private LogLines lines = LogLines.NONE;

    void show(LogLines next) {
        LogLines old = lines;
        int gone = (int) Math.min(old.size(), next.first() - old.first());
        int kept = old.size() - gone;
        beginChange();
        lines = next;
        if (gone > 0) {
            nextRemove(0, old.range(0, gone));
        }
        if (next.size() > kept) {
            nextAdd(kept, next.size());
        }
        endChange();
    }

    LogLines lines() {
        return lines;
    }

    @Override
    public LogEntry get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }
}
