// What the quick search finds.
package dev.wherry.app.window.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.desk.MachineActions;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.search.Hit.Kind;
import dev.wherry.engine.docker.ContainerSummary;

/** Looks through what is known just now; asks nobody, so that it answers between two key strokes. */
public final class SearchModel {

    /** Nobody reads further. */
    private static final int MOST = 50;

    private final Texts texts = Texts.of(SearchModel.class);
    private final Desk desk;

    /** A search over {@code desk}. */
    public SearchModel(Desk desk) {
        this.desk = desk;
    }

    /** What answers {@code typed}, the best first; all there is when nothing is typed. */
    public List<Hit> find(String typed) {
        record Ranked(Hit hit, int rank) {
        }
        return all().flatMap(hit -> {
            OptionalInt rank = Match.rank(typed, hit.title() + " " + hit.detail());
            return rank.isPresent() ? Stream.of(new Ranked(hit, rank.getAsInt())) : Stream.empty();
        }).sorted(Comparator.comparingInt(Ranked::rank)).limit(MOST).map(Ranked::hit).toList();
    }

    private Stream<Hit> all() {
        return Stream.of(containers(), images(), volumes(), networks(), pages(), actions()).flatMap(hits -> hits);
    }

    private Stream<Hit> containers() {
        return desk.engine().containers().get().items().stream().map(SearchModel::container);
    }

    private static Hit container(ContainerSummary container) {
        return new Hit(Kind.CONTAINER, container.name(), container.image(),
                new Hit.Go(new Place(PageKind.CONTAINERS, container.id(), "")));
    }

    private Stream<Hit> images() {
        return desk.engine().images().get().items().stream().flatMap(image -> image.tags().stream()
                .map(tag -> new Hit(Kind.IMAGE, tag, "", new Hit.Go(new Place(PageKind.IMAGES, image.id(), "")))));
    }

    private Stream<Hit> volumes() {
        return desk.engine().volumes().get().items().stream().map(volume -> new Hit(Kind.VOLUME, volume.name(), "",
                new Hit.Go(new Place(PageKind.VOLUMES, volume.name(), ""))));
    }

    private Stream<Hit> networks() {
        return desk.engine().networks().get().items().stream().map(network -> new Hit(Kind.NETWORK, network.name(),
                network.driver(), new Hit.Go(new Place(PageKind.NETWORKS, network.id(), ""))));
    }

    private Stream<Hit> pages() {
        return Arrays.stream(PageKind.values())
                .map(page -> new Hit(Kind.PAGE, page.title(), "", new Hit.Go(Place.of(page))));
    }

    private Stream<Hit> actions() {
        MachineActions actions = desk.actions();
        return switch (desk.machine().get().state()) {
            case ABSENT, STOPPED, FAILED -> Stream.of(action("start", actions::start));
            case RUNNING -> Stream.of(action("stop", actions::stop), action("restart", actions::restart),
                    action("pause", actions::pause));
            case PAUSED -> Stream.of(action("resume", actions::resume), action("stop", actions::stop));
            case STARTING, STOPPING -> Stream.empty();
        };
    }

    private Hit action(String key, Runnable action) {
        return new Hit(Kind.ACTION, texts.get("action." + key), "", new Hit.Act(action));
    }
}
