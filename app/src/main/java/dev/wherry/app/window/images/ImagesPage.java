// The page of container images.
package dev.wherry.app.window.images;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;

import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Page;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.EmptyState;
import dev.wherry.app.window.parts.EngineGate;
import dev.wherry.app.window.parts.ListAndDetail;
import dev.wherry.app.window.parts.ListBody;
import dev.wherry.app.window.parts.PageFrame;
import dev.wherry.app.window.parts.RowAction;
import dev.wherry.app.window.parts.RowActions;
import dev.wherry.app.window.parts.RowTable;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.SearchField;
import dev.wherry.app.window.parts.Sheets;
import org.kordamp.ikonli.feather.Feather;

/** The list of images, or all about one of them. */
public final class ImagesPage implements Page {

    private static final Texts TEXTS = Texts.of(ImagesPage.class);

    private final Shell shell;
    private final ImagesModel model;
    private final ImageDialogs dialogs;
    private final RowTable<ImageRow> table = ImageTable.make();
    private final ListAndDetail content;
    private final Scope scope = new Scope();

    /** The page of {@code shell}'s window. */
    public ImagesPage(Shell shell) {
        this.shell = shell;
        this.model = new ImagesModel(shell.desk());
        this.dialogs = new ImageDialogs(shell, model);
        EmptyState empty = new EmptyState(PageKind.IMAGES.icon(), TEXTS.get("empty"), TEXTS.get("empty.hint"),
                Buttons.primary(Feather.DOWNLOAD, TEXTS.get("pull"), dialogs::pull),
                Buttons.of(Feather.TOOL, TEXTS.get("build"), dialogs::build));
        ListBody<ImageRow> body = new ListBody<>(table, actions(), empty, model.images());
        EngineGate gate = new EngineGate(shell.desk(), body);
        scope.add(model);
        scope.add(body);
        scope.add(gate);
        table.onOpen(image -> shell.open(new Place(PageKind.IMAGES, image.id(), "")));
        PageFrame list = new PageFrame(TEXTS.get("title"), gate,
                new SearchField("images-search", TEXTS.get("search"), model.wanted()), buildLog(),
                gate.guard("images-prune", Buttons.of(Feather.SCISSORS, TEXTS.get("prune"), dialogs::prune)),
                gate.guard("images-build", Buttons.of(Feather.TOOL, TEXTS.get("build"), dialogs::build)),
                gate.guard("images-pull", Buttons.primary(Feather.DOWNLOAD, TEXTS.get("pull"), dialogs::pull)));
        content = new ListAndDetail(list, table);
        Sheets.dress(content, ImagesPage.class);
        scope.add(content);
    }

    private Button buildLog() {
        Button button = Buttons.of(Feather.FILE_TEXT, TEXTS.get("build.log"), dialogs::showBuild);
        button.setId("images-build-log");
        scope.add(Screen.show(model.build(), build -> {
            button.setVisible(build.isPresent());
            button.setManaged(build.isPresent());
        }));
        return button;
    }

    private RowActions<ImageRow> actions() {
        RowAction<ImageRow> remove = RowAction.some("image-remove", Feather.TRASH_2, TEXTS.get("remove"),
                dialogs::remove);
        return new RowActions<>(table, List.of(
                RowAction.one("image-run", Feather.PLAY, TEXTS.get("run"), dialogs::run),
                RowAction.one("image-details", Feather.INFO, TEXTS.get("details"),
                        image -> shell.open(new Place(PageKind.IMAGES, image.id(), ""))),
                RowAction.<ImageRow>one("image-push", Feather.UPLOAD, TEXTS.get("push"), dialogs::push)
                        .unless(ImagesPage::hasNoName),
                RowAction.one("image-tag", Feather.TAG, TEXTS.get("tag"), dialogs::tag), remove)).onDelete(remove);
    }

    private static String hasNoName(List<ImageRow> images) {
        return images.getFirst().tag().isEmpty() ? TEXTS.get("push.nameless") : "";
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public void show(Place place) {
        if (place.subject().isEmpty()) {
            content.showList();
        } else {
            content.show(new ImageView(shell, place.subject()));
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
