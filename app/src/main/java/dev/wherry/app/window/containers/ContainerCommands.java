// What the user can have done from the list.
package dev.wherry.app.window.containers;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

import dev.wherry.app.desk.ContainerAction;
import dev.wherry.app.desk.ContainerActions;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Question;
import dev.wherry.app.window.QuestionBox;
import dev.wherry.app.window.Shell;

/** Asks where something would be lost, and hands on to jobs and other pages. */
final class ContainerCommands {

    private static final Texts TEXTS = Texts.of(ContainerCommands.class);

    private final Shell shell;
    private final ContainerActions actions;

    ContainerCommands(Shell shell) {
        this.shell = shell;
        this.actions = new ContainerActions(shell.desk().engine().client(), shell.desk().jobs());
    }

    /** Goes to the page of the container, to {@code part} of it. */
    void open(ContainerRow row, String part) {
        shell.open(new Place(PageKind.CONTAINERS, row.id(), part));
    }

    void browse(PortLink port) {
        shell.browse(port.address());
    }

    void copy(String text) {
        shell.copy(text);
    }

    static boolean applies(ContainerAction action, List<ContainerRow> rows) {
        return rows.stream().anyMatch(row -> action.appliesTo(row.state().name()));
    }

    void run(ContainerAction action, List<ContainerRow> rows) {
        if (applies(action, rows)) {
            actions.run(action, targets(rows));
        }
    }

    void remove(List<ContainerRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        CheckBox volumes = new CheckBox(TEXTS.get("remove.volumes"));
        volumes.setId("remove-volumes");
        volumes.setWrapText(true);
        String title = TEXTS.get("remove.title", rows.size(), rows.getFirst().name());
        long running = rows.stream().filter(row -> ContainerAction.STOP.appliesTo(row.state().name())).count();
        String text = TEXTS.get("remove.text", rows.size())
                + (running > 0 ? "\n" + TEXTS.get("remove.running", running, rows.size()) : "");
        shell.dialog(new QuestionBox(new Question(title, text, TEXTS.get("remove"), true), shell,
                () -> actions.remove(targets(rows), volumes.isSelected()), volumes));
    }

    void rename(ContainerRow row) {
        TextField name = new TextField(row.name());
        name.setId("rename-name");
        name.setAccessibleText(TEXTS.get("rename.name"));
        shell.dialog(new QuestionBox(
                new Question(TEXTS.get("rename.title", row.name()), TEXTS.get("rename.text"), TEXTS.get("rename.do"),
                        false),
                shell, () -> {
                    String wanted = name.getText().strip();
                    if (!wanted.isEmpty() && !wanted.equals(row.name())) {
                        actions.rename(row.target(), wanted);
                    }
                }, name));
    }

    void copyRunCommand(ContainerRow row) {
        actions.runCommand(row.target(), line -> Platform.runLater(() -> shell.copy(line)));
    }

    private static List<ContainerActions.Target> targets(List<ContainerRow> rows) {
        return rows.stream().map(ContainerRow::target).toList();
    }
}
