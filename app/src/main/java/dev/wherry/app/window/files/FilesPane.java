// Browses files.
package dev.wherry.app.window.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Question;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.EmptyState;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.docker.FileKind;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The files of a container or a volume: the way to the folder, what can be done, and what is in it. Nothing is read before
 * {@link #open}. All calls on the FX thread.
 */
public final class FilesPane extends VBox implements Subscription {

    private static final Texts TEXTS = Texts.of(FilesPane.class);

    private final Shell window;
    private final FilesModel model;
    private final FileTable table = new FileTable();
    private final TextField filter = new TextField();
    private final Label note = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final StackPane body = new StackPane(table);
    private final PathBar way;
    private final Subscription subscription;

    /** The files of {@code tree}. */
    public FilesPane(Shell window, FileTree tree) {
        this.window = window;
        this.model = new FilesModel(tree, window.desk().jobs());
        this.way = new PathBar(model::open);
        HBox.setHgrow(way, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getStyleClass().add("files-pane");
        getStylesheets().add(FilesStyle.SHEET);
        note.getStyleClass().add(Styles.TEXT_MUTED);
        busy.getStyleClass().add("files-busy");
        filter.setId("files-filter");
        filter.setPromptText(TEXTS.get("filter"));
        filter.setAccessibleText(TEXTS.get("filter"));
        filter.textProperty().addListener((source, old, now) -> render(model.folder().get()));
        getChildren().addAll(tools(), body, note);
        listen();
        subscription = Screen.show(model.folder(), this::render);
    }

    /** Goes to {@code path}, absolute or seen from the folder that is shown. */
    public void open(String path) {
        model.open(path);
    }

    private HBox tools() {
        Button up = Buttons.icon(Feather.ARROW_UP, TEXTS.get("up"), model::up);
        up.setId("files-up");
        Button download = Buttons.of(Feather.DOWNLOAD, TEXTS.get("download"), this::download);
        download.setId("files-download");
        Button delete = Buttons.icon(Feather.TRASH_2, TEXTS.get("delete"), this::delete);
        delete.setId("files-delete");
        delete.setVisible(model.deletes());
        delete.setManaged(model.deletes());
        for (Button each : List.of(download, delete)) {
            each.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        }
        Button upload = Buttons.of(Feather.UPLOAD, TEXTS.get("upload"), this::upload);
        upload.setId("files-upload");
        Button make = Buttons.icon(Feather.FOLDER_PLUS, TEXTS.get("make"), this::makeFolder);
        make.setId("files-make");
        HBox row = new HBox(up, way, busy, filter, make, upload, download, delete);
        row.getStyleClass().add("files-tools");
        return row;
    }

    private void listen() {
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                enter();
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        body.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        body.setOnDragDropped(this::dropped);
    }

    private void pressed(KeyEvent event) {
        @Nullable
        Runnable action = switch (event.getCode()) {
            case ENTER -> this::enter;
            case BACK_SPACE -> model::up;
            case DELETE -> model.deletes() ? this::delete : null;
            case F5 -> model::reload;
            default -> new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN).match(event) ? way::edit : null;
        };
        if (action != null) {
            event.consume();
            action.run();
        }
    }

    private void enter() {
        @Nullable
        FileItem item = table.getSelectionModel().getSelectedItem();
        if (item != null) {
            model.enter(item, preview -> Platform.runLater(() -> look(preview)));
        }
    }

    private void look(FilePreview preview) {
        if (preview.isText()) {
            window.dialog(new PreviewBox(preview, window));
        } else {
            window.say(TEXTS.get("no.text"));
        }
    }

    private void download() {
        List<FileItem> items = table.selected();
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("download.where"));
        @Nullable
        File folder = items.isEmpty() ? null : chooser.showDialog(window.owner());
        if (folder != null) {
            model.download(items, folder.toPath());
        }
    }

    private void upload() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("upload.what"));
        @Nullable
        List<File> files = chooser.showOpenMultipleDialog(window.owner());
        if (files != null) {
            model.upload(files.stream().map(File::toPath).toList());
        }
    }

    private void dropped(DragEvent event) {
        List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        if (!files.isEmpty()) {
            model.upload(files);
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    private void makeFolder() {
        window.dialog(new FolderNameBox(window, model::makeFolder));
    }

    private void delete() {
        List<FileItem> items = table.selected();
        if (!items.isEmpty()) {
            String title = items.size() == 1
                    ? TEXTS.get("delete.one", items.getFirst().name())
                    : TEXTS.get("delete.many", items.size());
            boolean folders = items.stream().anyMatch(item -> item.kind() == FileKind.FOLDER);
            window.ask(new Question(title, TEXTS.get(folders ? "delete.folders" : "delete.files"),
                    TEXTS.get("delete"), true), () -> model.delete(items));
        }
    }

    private void render(FolderView folder) {
        way.show(folder.path());
        busy.setVisible(folder.loading());
        List<FileItem> items = folder.items().stream().filter(item -> item.fits(filter.getText())).toList();
        table.show(items);
        table.setPlaceholder(
                new Label(folder.loading() ? "" : TEXTS.get(folder.items().isEmpty() ? "empty" : "no.match")));
        note.setText(
                folder.failure() != null ? "" : TEXTS.get(folder.complete() ? "count" : "count.part", items.size()));
        if (folder.failure() == null) {
            body.getChildren().setAll(table);
        } else {
            body.getChildren().setAll(instead(folder.failure()));
        }
    }

    private EmptyState instead(Failure failure) {
        return new EmptyState(Feather.ALERT_TRIANGLE, failure.what(),
                (failure.cause() + " " + failure.remedy()).strip(),
                Buttons.of(Feather.ROTATE_CW, TEXTS.get("again"), model::reload));
    }

    @Override
    public void close() {
        subscription.close();
        model.close();
    }
}
