// What the page of volumes shows.
package dev.wherry.app.window.volumes;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.EngineWatch;
import dev.wherry.app.watch.Filtered;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.docker.VolumeSummary;

/** The volumes, and what is looked for among them. */
public final class VolumesModel implements Subscription {

    private static final Texts TEXTS = Texts.of(VolumesModel.class);
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

    private final EngineWatch engine;
    private final VolumeActions actions;
    private final VolumeSizes sizes;
    private final Live<String> wanted = new Live<>("");
    private final Live<Filtered<VolumeRow>> volumes;
    private final Scope scope = new Scope();

    /** The volumes of {@code desk}'s engine. */
    public VolumesModel(Desk desk) {
        this.engine = desk.engine();
        this.sizes = new VolumeSizes(engine);
        this.actions = new VolumeActions(desk, sizes::refresh);
        scope.add(sizes);
        this.volumes = Live.computed(scope, this::list, engine.volumes(), engine.containers(), sizes.sizes(), wanted);
    }

    private Filtered<VolumeRow> list() {
        if (!engine.volumes().get().known()) {
            return Filtered.unknown();
        }
        Map<String, Long> known = sizes.sizes().get();
        List<ContainerSummary> containers = engine.containers().get().items();
        List<VolumeRow> rows = engine.volumes().get().items().stream().map(volume -> VolumeRow.of(volume,
                known.getOrDefault(volume.name(), VolumeSummary.UNKNOWN), containers)).toList();
        return Filtered.of(rows, wanted.get(), VolumeRow::words);
    }

    /** What is looked for: words of names, or names of containers. */
    public Live<String> wanted() {
        return wanted;
    }

    /** The volumes that were looked for. */
    public Live<Filtered<VolumeRow>> volumes() {
        return volumes;
    }

    /** What can be done with them. */
    public VolumeActions actions() {
        return actions;
    }

    /** Somebody begins to look at the list, or does not look any more; sizes are counted for those who look. */
    public void watch(boolean watching) {
        sizes.watch(watching);
    }

    /** What is wrong with {@code name} for a new volume, in a sentence; empty when nothing is. */
    public String problem(String name) {
        if (name.isEmpty()) {
            return TEXTS.get("name.empty");
        }
        if (!NAME.matcher(name).matches()) {
            return TEXTS.get("name.letters");
        }
        return engine.volumes().get().items().stream().anyMatch(volume -> volume.name().equals(name))
                ? TEXTS.get("name.taken", name)
                : "";
    }

    @Override
    public void close() {
        scope.close();
    }
}
