// What the page of networks shows, and what can be done with it.
package dev.wherry.app.window.networks;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Bulk;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.EngineWatch;
import dev.wherry.app.watch.Filtered;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.Networks;

/** The networks, and what is looked for among them. */
public final class NetworksModel implements Subscription {

    private static final Texts TEXTS = Texts.of(NetworksModel.class);
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");

    private final Desk desk;
    private final EngineWatch engine;
    private final Networks networks;
    private final Live<String> wanted = new Live<>("");
    private final Live<Filtered<NetworkRow>> list;
    private final Scope scope = new Scope();

    /** The networks of {@code desk}'s engine. */
    public NetworksModel(Desk desk) {
        this.desk = desk;
        this.engine = desk.engine();
        this.networks = new Networks(engine.client());
        this.list = Live.computed(scope, this::list, engine.networks(), engine.containers(), wanted);
    }

    private Filtered<NetworkRow> list() {
        return engine.networks().get().known()
                ? Filtered.of(all(), wanted.get(), NetworkRow::words)
                : Filtered.unknown();
    }

    private List<NetworkRow> all() {
        List<ContainerSummary> containers = engine.containers().get().items();
        return engine.networks().get().items().stream().map(network -> NetworkRow.of(network, containers)).toList();
    }

    /** What is looked for: words of names, drivers, addresses, or names of containers. */
    public Live<String> wanted() {
        return wanted;
    }

    /** The networks that were looked for. */
    public Live<Filtered<NetworkRow>> networks() {
        return list;
    }

    /**
     * The networks that nobody needs. The engine's own way of pruning also takes those whose containers are all stopped, which
     * then do not start any more.
     */
    public List<NetworkRow> unused() {
        return all().stream().filter(network -> !network.predefined() && network.users().isEmpty())
                .sorted(Comparator.comparing(NetworkRow::name)).toList();
    }

    /** What is wrong with {@code draft}, by the field: name, subnet. */
    public Map<String, String> problems(NetworkDraft draft) {
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put("name", name(draft.name()));
        problems.put("subnet", draft.subnet().isEmpty() ? "" : subnet(draft.subnet()));
        problems.values().removeIf(String::isEmpty);
        return problems;
    }

    private String name(String name) {
        if (name.isEmpty()) {
            return TEXTS.get("name.empty");
        }
        if (!NAME.matcher(name).matches()) {
            return TEXTS.get("name.letters");
        }
        return all().stream().anyMatch(network -> network.name().equals(name)) ? TEXTS.get("name.taken", name) : "";
    }

    private String subnet(String text) {
        Optional<Subnet> subnet = Subnet.parse(text);
        if (subnet.isEmpty()) {
            return TEXTS.get("subnet.form");
        }
        if (!subnet.get().equals(subnet.get().whole())) {
            return TEXTS.get("subnet.whole", subnet.get().whole());
        }
        return all().stream().filter(network -> network.subnets().stream().map(Subnet::parse)
                .anyMatch(other -> other.isPresent() && other.get().overlaps(subnet.get()))).findFirst()
                .map(other -> TEXTS.get("subnet.overlaps", other.name(), String.join(", ", other.subnets())))
                .orElse("");
    }

    /** Makes a network. */
    public Job create(NetworkDraft wanted) {
        return desk.jobs().start(TEXTS.get("job.create", wanted.name()), report -> networks.create(wanted.name(),
                wanted.driver(), wanted.subnet(), wanted.internal()));
    }

    /** Deletes networks. */
    public Job remove(List<NetworkRow> rows) {
        String title = rows.size() == 1
                ? TEXTS.get("job.remove", rows.getFirst().name())
                : TEXTS.get("job.remove.many", rows.size());
        return desk.jobs().start(title, new Bulk<>(rows, NetworkRow::name, row -> networks.remove(row.id())));
    }

    /** Asks for everything that the engine knows of a network; {@code answer} hears it as JSON. */
    public Job inspect(String network, Consumer<String> answer) {
        return desk.jobs().start(TEXTS.get("job.inspect", network),
                report -> answer.accept(networks.inspect(network).toPrettyString()));
    }

    @Override
    public void close() {
        scope.close();
    }
}
