// The page of networks.
package dev.wherry.app.window.networks;

import java.util.List;
import javafx.scene.Parent;

import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Enumeration;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Page;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Question;
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

/** The list of networks, or all about one of them. */
public final class NetworksPage implements Page {

    private static final Texts TEXTS = Texts.of(NetworksPage.class);

    private final Shell shell;
    private final NetworksModel model;
    private final RowTable<NetworkRow> table = new RowTable<>("networks-table", TEXTS.get("title"), NetworkRow::id);
    private final ListAndDetail content;
    private final Scope scope = new Scope();

    /** The page of {@code shell}'s window. */
    public NetworksPage(Shell shell) {
        this.shell = shell;
        this.model = new NetworksModel(shell.desk());
        addColumns();
        EmptyState empty = new EmptyState(PageKind.NETWORKS.icon(), TEXTS.get("empty"), TEXTS.get("empty.hint"),
                Buttons.primary(Feather.PLUS, TEXTS.get("create"), this::create));
        ListBody<NetworkRow> body = new ListBody<>(table, actions(), empty, model.networks());
        EngineGate gate = new EngineGate(shell.desk(), body);
        PageFrame list = new PageFrame(TEXTS.get("title"), gate,
                new SearchField("networks-search", TEXTS.get("search"), model.wanted()),
                gate.guard("networks-prune", Buttons.of(Feather.SCISSORS, TEXTS.get("prune"), this::prune)),
                gate.guard("networks-create", Buttons.primary(Feather.PLUS, TEXTS.get("create"), this::create)));
        content = new ListAndDetail(list, table);
        List.of(model, body, gate, content).forEach(scope::add);
        table.onOpen(this::inspect);
    }

    private void addColumns() {
        var name = table.column(TEXTS.get("column.name"), 240, NetworkRow::name);
        table.column(TEXTS.get("column.driver"), 100, NetworkRow::driver);
        table.column(TEXTS.get("column.subnet"), 160,
                row -> row.subnets().isEmpty() ? "–" : String.join(", ", row.subnets()));
        table.column(TEXTS.get("column.internal"), 120,
                row -> row.internal() ? TEXTS.get("internal.yes") : "–");
        UsersColumn.add(table, TEXTS.get("column.users"), 190, NetworkRow::users);
        table.getSortOrder().add(name);
    }

    private RowActions<NetworkRow> actions() {
        RowAction<NetworkRow> remove = RowAction
                .<NetworkRow>some("network-remove", Feather.TRASH_2, TEXTS.get("remove"), this::remove)
                .unless(rows -> rows.stream().anyMatch(NetworkRow::predefined) ? TEXTS.get("remove.predefined") : "");
        return new RowActions<>(table,
                List.of(RowAction.one("network-inspect", Feather.INFO, TEXTS.get("inspect"), this::inspect), remove))
                .onDelete(remove);
    }

    private void inspect(NetworkRow network) {
        shell.open(new Place(PageKind.NETWORKS, network.id(), ""));
    }

    private void create() {
        NetworkBox.show(shell, model);
    }

    private void remove(List<NetworkRow> networks) {
        String names = Enumeration.of(networks.stream().map(NetworkRow::name).toList());
        List<String> users = networks.stream().flatMap(network -> network.users().stream()).distinct().sorted()
                .toList();
        String text = users.isEmpty()
                ? TEXTS.get("remove.text", networks.size())
                : TEXTS.get("remove.users", Enumeration.of(users));
        shell.ask(new Question(networks.size() == 1
                ? TEXTS.get("remove.one", names)
                : TEXTS.get("remove.many", networks.size()), text, TEXTS.get("remove"), true),
                () -> model.remove(networks));
    }

    private void prune() {
        List<NetworkRow> unused = model.unused();
        if (unused.isEmpty()) {
            shell.say(TEXTS.get("prune.none"));
            return;
        }
        String names = Enumeration.of(unused.stream().map(NetworkRow::name).toList());
        shell.ask(new Question(TEXTS.get("prune.title", unused.size()), TEXTS.get("prune.text", names),
                TEXTS.get("remove"), true), () -> model.remove(unused));
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
            content.show(new NetworkView(shell, model, place.subject()));
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
