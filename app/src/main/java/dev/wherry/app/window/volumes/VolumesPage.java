// The page of volumes.
package dev.wherry.app.window.volumes;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Parent;

import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Amounts;
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
import dev.wherry.app.window.parts.SearchField;
import dev.wherry.app.window.parts.UsersColumn;
import org.kordamp.ikonli.feather.Feather;

/** The list of volumes, or the files in one of them. */
public final class VolumesPage implements Page {

    private static final Texts TEXTS = Texts.of(VolumesPage.class);
    private static final String FILES = "files";

    private final Shell shell;
    private final VolumesModel model;
    private final VolumeDialogs dialogs;
    private final RowTable<VolumeRow> table = new RowTable<>("volumes-table", TEXTS.get("title"), VolumeRow::name);
    private final ListAndDetail content;
    private final Scope scope = new Scope();

    /** The page of {@code shell}'s window. */
    public VolumesPage(Shell shell) {
        this.shell = shell;
        this.model = new VolumesModel(shell.desk());
        this.dialogs = new VolumeDialogs(shell, model);
        addColumns();
        EmptyState empty = new EmptyState(PageKind.VOLUMES.icon(), TEXTS.get("empty"), TEXTS.get("empty.hint"),
                Buttons.primary(Feather.PLUS, TEXTS.get("create"), dialogs::create));
        ListBody<VolumeRow> body = new ListBody<>(table, actions(), empty, model.volumes());
        EngineGate gate = new EngineGate(shell.desk(), body);
        scope.add(model);
        scope.add(body);
        scope.add(gate);
        PageFrame list = new PageFrame(TEXTS.get("title"), gate,
                new SearchField("volumes-search", TEXTS.get("search"), model.wanted()),
                gate.guard("volumes-prune", Buttons.of(Feather.SCISSORS, TEXTS.get("prune"), dialogs::prune)),
                gate.guard("volumes-create", Buttons.primary(Feather.PLUS, TEXTS.get("create"), dialogs::create)));
        content = new ListAndDetail(list, table);
        scope.add(content);
        table.onOpen(this::browse);
    }

    private void browse(VolumeRow volume) {
        shell.open(new Place(PageKind.VOLUMES, volume.name(), FILES));
    }

    private void addColumns() {
        var name = table.column(TEXTS.get("column.name"), 320, VolumeRow::shortName,
                Comparator.comparing(VolumeRow::anonymous).thenComparing(VolumeRow::name,
                        String.CASE_INSENSITIVE_ORDER),
                VolumeRow::name);
        table.column(TEXTS.get("column.driver"), 90, VolumeRow::driver);
        table.amounts(TEXTS.get("column.size"), 90, row -> row.counted() ? Amounts.bytes(row.size()) : "…",
                Comparator.comparingLong(VolumeRow::size));
        table.amounts(TEXTS.get("column.age"), 110, row -> row.created().equals(Instant.EPOCH)
                ? ""
                : Amounts.ago(Duration.between(row.created(), Instant.now())),
                Comparator.comparing(VolumeRow::created).reversed());
        UsersColumn.add(table, TEXTS.get("column.users"), 200, VolumeRow::users);
        table.getSortOrder().add(name);
    }

    private RowActions<VolumeRow> actions() {
        RowAction<VolumeRow> remove = RowAction.some("volume-remove", Feather.TRASH_2, TEXTS.get("remove"),
                dialogs::remove);
        return new RowActions<>(table, List.of(
                RowAction.one("volume-browse", Feather.FOLDER, TEXTS.get("browse"), this::browse),
                RowAction.one("volume-back-up", Feather.ARCHIVE, TEXTS.get("back.up"), dialogs::backUp),
                RowAction.one("volume-restore", Feather.ROTATE_CCW, TEXTS.get("restore"), dialogs::restore), remove))
                .onDelete(remove);
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public void show(Place place) {
        if (place.part().equals(FILES)) {
            model.watch(false);
            content.show(new VolumeView(shell, place.subject()));
            return;
        }
        model.watch(true);
        content.showList();
        table.select(place.subject());
    }

    @Override
    public void hide() {
        model.watch(false);
    }

    @Override
    public void close() {
        scope.close();
    }
}
