// The form of a new container.
package dev.wherry.app.window.images;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.Images;
import dev.wherry.engine.docker.RunRequest;

/** What is typed, what is wrong with it, and which ports the image suggests. */
public final class RunModel implements Subscription {

    private static final Texts TEXTS = Texts.of(RunModel.class);

    private final ImageActions actions;
    private final Live<RunDraft> draft;
    private final Live<List<RunDraft.Port>> suggested = new Live<>(List.of());
    private final Live<Map<String, String>> problems;
    private final Scope scope = new Scope();

    /** A form for {@code image}; what it exposes is asked for at once. */
    public RunModel(Desk desk, ImageActions actions, ImageRow image) {
        this.actions = actions;
        this.draft = new Live<>(RunDraft.of(image.reference()));
        this.problems = Live.computed(scope,
                () -> new RunCheck(desk.engine().containers().get().items()).problems(draft.get()), draft,
                desk.engine().containers());
        Images images = new Images(desk.engine().client());
        Job asking = desk.jobs().start(TEXTS.get("job.inspect", image.name()),
                report -> suggested
                        .set(suggestions(images.inspect(image.id()), desk.engine().containers().get().items())));
        scope.add(asking::cancel);
    }

    private static List<RunDraft.Port> suggestions(JsonNode image, List<ContainerSummary> others) {
        Set<String> taken = others.stream().flatMap(other -> other.ports().stream())
                .filter(port -> port.publicPort() != null).map(port -> port.publicPort() + "/" + port.type())
                .collect(Collectors.toCollection(HashSet::new));
        List<RunDraft.Port> ports = new ArrayList<>();
        image.path("Config").path("ExposedPorts").fieldNames().forEachRemaining(exposed -> {
            String[] port = exposed.split("/", 2);
            String type = port.length > 1 ? port[1] : "tcp";
            ports.add(new RunDraft.Port(hostPort(Integer.parseInt(port[0]), type, taken), port[0], type));
        });
        return List.copyOf(ports);
    }

    // Ports below 1024 are not for everybody on the host, and popular: 80 becomes 8080, or the next that nobody has.
    private static String hostPort(int port, String type, Set<String> taken) {
        int host = switch (port) {
            case 80 -> 8080;
            case 443 -> 8443;
            default -> port;
        };
        while (!taken.add(host + "/" + type)) {
            host++;
        }
        return Integer.toString(host);
    }

    /** What is typed. */
    public Live<RunDraft> draft() {
        return draft;
    }

    /** Types something. */
    public void edit(UnaryOperator<RunDraft> change) {
        draft.update(change);
    }

    /** The ports that the image exposes, each with one of the host; empty until the engine has told. */
    public Live<List<RunDraft.Port>> suggested() {
        return suggested;
    }

    /** What is wrong, by the field: name, ports, variables, mounts, command, restart. */
    public Live<Map<String, String>> problems() {
        return problems;
    }

    /**
     * Makes and starts the container.
     *
     * @param started hears its id, on the job's thread
     */
    public Job run(Consumer<String> started) {
        return actions.run(request(draft.get()), started);
    }

    static RunRequest request(RunDraft draft) {
        Map<String, String> environment = new LinkedHashMap<>();
        draft.variables().stream().filter(variable -> !variable.blank())
                .forEach(variable -> environment.put(variable.name().strip(), variable.value()));
        List<RunRequest.Port> ports = draft.ports().stream().filter(port -> !port.blank())
                .map(port -> new RunRequest.Port(port.host().isBlank() ? 0 : Integer.parseInt(port.host().strip()),
                        Integer.parseInt(port.container().strip()), port.type()))
                .toList();
        List<RunRequest.Mount> mounts = draft.mounts().stream().filter(mount -> !mount.blank())
                .map(mount -> new RunRequest.Mount(mount.source().strip(), mount.target().strip(), mount.readOnly()))
                .toList();
        return new RunRequest(draft.image(), draft.name().strip(), ports, environment, mounts,
                CommandWords.of(draft.command()).orElseThrow(), draft.restart().policy(), draft.autoRemove());
    }

    @Override
    public void close() {
        scope.close();
    }
}
