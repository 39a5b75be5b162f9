// How a container is, or how many of a project run.
package dev.wherry.app.window.containers;

import javafx.scene.control.TreeTableCell;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.StateMark;
import org.jspecify.annotations.Nullable;

/** A mark and a word. */
final class StateCell extends TreeTableCell<ContainerLine, ContainerEntry> {

    private static final Texts TEXTS = Texts.of(StateCell.class);

    private final StateMark mark = new StateMark();

    @Override
    protected void updateItem(@Nullable ContainerEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(entry == null ? null : mark);
        switch (entry) {
            case null -> setText(null);
            case ContainerRow row -> {
                mark.show(kind(row.state()));
                setText(words(row.state()));
            }
            case ContainerGroup group -> {
                mark.show(group.running() > 0 ? StateMark.Kind.ON : StateMark.Kind.OFF);
                setText(TEXTS.get("group.running", group.running(), group.rows().size()));
            }
        }
    }

    private static StateMark.Kind kind(ContainerState state) {
        return switch (state.name()) {
            case "running" -> state.unhealthy() ? StateMark.Kind.TROUBLE : StateMark.Kind.ON;
            case "paused" -> StateMark.Kind.PAUSED;
            case "restarting", "removing" -> StateMark.Kind.BUSY;
            case "dead" -> StateMark.Kind.TROUBLE;
            default -> StateMark.Kind.OFF;
        };
    }

    private static String words(ContainerState state) {
        return switch (state.name()) {
            case "running" -> TEXTS.get(state.unhealthy() ? "state.unhealthy" : "state.running");
            case "exited" -> state.exitCode().isEmpty() || state.exitCode().equals("0")
                    ? TEXTS.get("state.exited")
                    : TEXTS.get("state.failed", state.exitCode());
            case "created", "paused", "restarting", "removing", "dead" -> TEXTS.get("state." + state.name());
            default -> state.name();
        };
    }
}
