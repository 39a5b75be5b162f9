// What tests of pages with a table have in common.
package dev.wherry.app.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;

import dev.wherry.app.window.parts.RowTable;

/** Selects rows, and reads what dialogs and lists say. */
public abstract class ListPageTest extends WindowTest {

    /** Goes to the page {@code kind} and waits for its list. */
    protected final void list(PageKind kind) throws Exception {
        go(Place.of(kind));
        await("the list").until(() -> !table(kind).getItems().isEmpty());
    }

    /** The table of the page {@code kind}. */
    protected final RowTable<?> table(PageKind kind) {
        return find("#" + kind.key() + "-table", RowTable.class);
    }

    /** How many rows the page {@code kind} shows. */
    protected final int rows(PageKind kind) throws Exception {
        return onScreen(() -> table(kind).getItems().size());
    }

    /** Selects the rows with these keys on the page {@code kind}, as soon as they are there, and gives the table the focus. */
    protected final void select(PageKind kind, String... keys) throws Exception {
        RowTable<?> table = table(kind);
        await("the rows").until(() -> onScreen(() -> {
            List<Integer> found = new ArrayList<>();
            for (String key : keys) {
                table.getSelectionModel().clearSelection();
                table.select(key);
                found.addAll(table.getSelectionModel().getSelectedIndices());
            }
            found.forEach(table.getSelectionModel()::select);
            table.requestFocus();
            return found.size() == keys.length;
        }));
    }

    /** Presses the button {@code query} once it can be. */
    protected final void click(String query) {
        Button button = find(query, Button.class);
        await(query + " can be pressed").until(() -> !button.isDisabled());
        robot.clickOn(button);
    }

    /** Puts {@code text} into the field {@code query}, in place of what is there; the last character is typed. */
    protected final void type(String query, String text) throws Exception {
        TextField field = find(query, TextField.class);
        onScreen(() -> {
            field.requestFocus();
            field.setText(text.substring(0, text.length() - 1));
            field.end();
            return field;
        });
        robot.write(text.charAt(text.length() - 1));
    }

    /** Waits until some text in the window contains {@code part}. */
    protected final void says(String part) {
        await("\"" + part + "\"").until(() -> onScreen(() -> texts().stream().anyMatch(text -> text.contains(part))));
    }

    private List<String> texts() {
        return robot.lookup(node -> node instanceof Labeled && inView(node)).queryAll().stream()
                .map(node -> ((Labeled) node).getText()).filter(text -> text != null).toList();
    }

    private static boolean inView(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a visible node that {@code query} finds right now. */
    protected final boolean shows(String query) throws Exception {
        return onScreen(() -> robot.lookup(query).match(Node::isVisible).tryQuery().isPresent());
    }

    /** Waits until no dialog is open. */
    protected final void dialogCloses() {
        await("no dialog").until(() -> !shows(".dialog-box"));
    }
}
