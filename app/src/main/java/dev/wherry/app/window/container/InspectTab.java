// Everything that the engine tells of a container.
package dev.wherry.app.window.container;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The answer as a tree that can be searched, or as it came. */
final class InspectTab implements ContainerTab {

    private static final Texts TEXTS = Texts.of(InspectTab.class);

    private final InspectModel model;
    private final Scope scope = new Scope();
    private final CustomTextField search = new CustomTextField();
    private final ToggleButton asTree = new ToggleButton(TEXTS.get("inspect.tree"));
    private final ToggleButton asText = new ToggleButton(TEXTS.get("inspect.raw"));
    private final JsonTree tree = new JsonTree();
    private final TextArea raw = new TextArea();
    private final Label trouble = new Label();
    private final VBox content;

    InspectTab(Shell shell, ContainerModel container) {
        this.model = new InspectModel(shell.desk().engine(), container);
        tree.setId("inspect-tree");
        tree.setAccessibleText(TEXTS.get("inspect"));
        raw.setId("inspect-raw");
        raw.setAccessibleText(TEXTS.get("inspect"));
        raw.setEditable(false);
        raw.getStyleClass().add("json-raw");
        trouble.setWrapText(true);
        trouble.getStyleClass().add(Styles.DANGER);
        StackPane body = new StackPane(tree, raw);
        VBox.setVgrow(body, Priority.ALWAYS);
        content = new VBox(tools(shell), trouble, body);
        content.getStyleClass().add("tab-body");
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::type);
        choose(asTree);
        scope.add(model);
        scope.add(Screen.show(model.inspection(), inspection -> render()));
    }

    private HBox tools(Shell shell) {
        search.setId("inspect-search");
        search.setPromptText(TEXTS.get("inspect.search"));
        search.setAccessibleText(TEXTS.get("inspect.search"));
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().addListener((source, old, now) -> render());
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(asTree, asText);
        asTree.setId("inspect-as-tree");
        asText.setId("inspect-as-text");
        asTree.getStyleClass().add(Styles.LEFT_PILL);
        asText.getStyleClass().add(Styles.RIGHT_PILL);
        asTree.setOnAction(event -> choose(asTree));
        asText.setOnAction(event -> choose(asText));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(search, gap, new HBox(asTree, asText),
                Buttons.icon(Feather.COPY, TEXTS.get("inspect.copy"), () -> shell.copy(raw.getText())));
        tools.getStyleClass().add("tab-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    // One of the two is always chosen, so a second click on it leaves it chosen.
    private void choose(ToggleButton chosen) {
        chosen.setSelected(true);
        tree.setVisible(asTree.isSelected());
        raw.setVisible(asText.isSelected());
        search.setDisable(asText.isSelected());
    }

    private void type(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private void render() {
        Inspection inspection = model.inspection().get();
        String wanted = search.getText();
        JsonEntry all = JsonEntry.of(inspection.json());
        JsonEntry shown = wanted.isEmpty() ? all : all.filtered(wanted);
        tree.show(shown == null ? new JsonEntry("", "", "", List.of()) : shown, !wanted.isEmpty());
        String text = inspection.json().isMissingNode() ? "" : inspection.json().toPrettyString();
        if (!text.equals(raw.getText())) {
            double place = raw.getScrollTop();
            raw.setText(text);
            raw.setScrollTop(place);
        }
        trouble.setText(inspection.cause().isEmpty() ? "" : TEXTS.get("inspect.failed", inspection.cause()));
        trouble.setManaged(!inspection.cause().isEmpty());
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public void shown() {
        model.resume();
    }

    @Override
    public void find() {
        choose(asTree);
        search.requestFocus();
        search.selectAll();
    }

    @Override
    public void hidden() {
        model.rest();
    }

    @Override
    public void close() {
        scope.close();
    }
}
