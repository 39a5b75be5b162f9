// A line of the table, as its cells see it.
package dev.wherry.app.window.containers;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import dev.wherry.app.text.Amounts;
import org.jspecify.annotations.Nullable;

/** Lives as long as its container does; only what really changes in it reaches the cells. */
final class ContainerLine {

    private final ReadOnlyObjectWrapper<ContainerEntry> entry;
    private final ReadOnlyStringWrapper cpu = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper since = new ReadOnlyStringWrapper("");

    ContainerLine(ContainerEntry entry) {
        this.entry = new ReadOnlyObjectWrapper<>(entry);
    }

    ContainerEntry entry() {
        return entry.get();
    }

    ReadOnlyObjectProperty<ContainerEntry> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    ReadOnlyStringProperty cpuProperty() {
        return cpu.getReadOnlyProperty();
    }

    ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    ReadOnlyStringProperty sinceProperty() {
        return since.getReadOnlyProperty();
    }

    void show(ContainerEntry now) {
        if (!now.equals(entry.get())) {
            entry.set(now);
        }
    }

    void use(@Nullable Usage usage) {
        cpu.set(usage == null ? "" : Amounts.percent(usage.cpu()));
        memory.set(usage == null ? "" : Amounts.bytes(usage.memory()));
    }

    void tick(Instant now) {
        if (entry.get() instanceof ContainerRow row) {
            since.set(Amounts.ago(Duration.between(row.since(), now)));
        }
    }
}
