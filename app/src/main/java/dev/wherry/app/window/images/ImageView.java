// All about one image.
package dev.wherry.app.window.images;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.EngineGate;
import dev.wherry.app.window.parts.FactGrid;
import dev.wherry.app.window.parts.ListAndDetail;
import dev.wherry.app.window.parts.PageFrame;
import dev.wherry.app.window.parts.RowTable;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.engine.docker.ImageLayer;

/** What an image is made of and what it runs. */
final class ImageView implements ListAndDetail.Detail {

    private record Step(int number, ImageLayer layer) {
    }

    private static final Texts TEXTS = Texts.of(ImageView.class);

    private final Shell shell;
    private final StackPane body = new StackPane(new ProgressIndicator());
    private final PageFrame frame;
    private final Scope scope = new Scope();

    /** @param image its id or name */
    ImageView(Shell shell, String image) {
        this.shell = shell;
        ImageModel model = new ImageModel(shell.desk(), image);
        EngineGate gate = new EngineGate(shell.desk(), body);
        scope.add(model);
        scope.add(gate);
        frame = new PageFrame(shell.desk().engine().images().get().items().stream()
                .filter(known -> known.id().equals(image)).findFirst().map(known -> known.name()).orElse(image), gate);
        frame.back(TEXTS.get("back"), () -> shell.open(Place.of(PageKind.IMAGES)));
        scope.add(Screen.show(model.facts(), found -> found.forEach(this::render)));
    }

    private void render(ImageModel.Facts facts) {
        FactGrid grid = new FactGrid(shell::copy).add(TEXTS.get("fact.names"), facts.names())
                .add(TEXTS.get("fact.id"), facts.id())
                .add(TEXTS.get("fact.size"), Amounts.bytes(facts.size()))
                .add(TEXTS.get("fact.platform"), facts.platform())
                .add(TEXTS.get("fact.command"), String.join(" ", facts.command()))
                .add(TEXTS.get("fact.user"), facts.user())
                .add(TEXTS.get("fact.folder"), facts.folder())
                .add(TEXTS.get("fact.ports"), facts.ports())
                .add(TEXTS.get("fact.environment"), facts.environment());
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        TabPane tabs = new TabPane(tab("image-facts", TEXTS.get("facts"), scroll),
                tab("image-layers", TEXTS.get("layers"), layers(facts.layers())));
        body.getChildren().setAll(tabs);
        tabs.requestFocus();
    }

    private static Tab tab(String id, String title, Parent content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        tab.setClosable(false);
        return tab;
    }

    private static RowTable<Step> layers(List<ImageLayer> layers) {
        RowTable<Step> table = new RowTable<>("layers-table", TEXTS.get("layers"), step -> "" + step.number);
        table.amounts("#", 40, step -> "" + step.number, Comparator.comparingInt(Step::number));
        table.column(TEXTS.get("layer.command"), 560, step -> step.layer.createdBy().strip(),
                Comparator.comparing(step -> step.layer.createdBy()), step -> step.layer.createdBy().strip());
        table.amounts(TEXTS.get("column.size"), 90, step -> Amounts.bytes(step.layer.size()),
                Comparator.comparingLong(step -> step.layer.size()));
        table.amounts(TEXTS.get("column.age"), 110,
                step -> Amounts.ago(Duration.between(step.layer.created(), Instant.now())),
                Comparator.comparing((Step step) -> step.layer.created()).reversed());
        table.show(IntStream.range(0, layers.size()).mapToObj(i -> new Step(layers.size() - i, layers.get(i)))
                .toList());
        return table;
    }

    @Override
    public Parent content() {
        return frame;
    }

    @Override
    public void close() {
        scope.close();
    }
}
