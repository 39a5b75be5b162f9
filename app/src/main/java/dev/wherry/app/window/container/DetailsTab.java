// How a container was made.
package dev.wherry.app.window.container;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Buttons;
import dev.wherry.app.window.parts.Screen;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Ports, mounts, networks, environment and the rest, in sections. */
final class DetailsTab implements ContainerTab {

    private static final Texts TEXTS = Texts.of(DetailsTab.class);

    private final Shell shell;
    private final DetailsModel model;
    private final Scope scope = new Scope();
    private final DetailsSection general = section("general");
    private final DetailsSection ports = section("ports");
    private final DetailsSection mounts = section("mounts");
    private final DetailsSection networks = section("networks");
    private final DetailsSection environment = section("environment");
    private final DetailsSection labels = section("labels");
    private final ScrollPane content;

    DetailsTab(Shell shell, ContainerModel container) {
        this.shell = shell;
        this.model = new DetailsModel(shell.desk(), container);
        HBox copy = new HBox(Buttons.of(Feather.COPY, TEXTS.get("details.environment.copy"), this::copyEnvironment));
        environment.getChildren().add(copy);
        VBox sections = new VBox(ports, general, mounts, networks, environment, labels);
        sections.getStyleClass().add("details");
        content = new ScrollPane(sections);
        content.setFitToWidth(true);
        content.getStyleClass().add("tab-body");
        scope.add(model);
        scope.add(Screen.show(model.ports(), this::render));
        scope.add(Screen.show(model.details(), this::render));
    }

    private static DetailsSection section(String key) {
        return new DetailsSection(key, TEXTS.get("details." + key), TEXTS.get("details.none." + key));
    }

    private void copyEnvironment() {
        shell.copy(model.details().get().environment().stream()
                .map(variable -> variable.name() + "=" + variable.value()).collect(Collectors.joining("\n")));
    }

    private void render(List<DetailsPort> now) {
        ports.clear();
        now.forEach(port -> ports.add(port.inside(), port(port)));
    }

    private Node port(DetailsPort port) {
        if (port.outside() == 0) {
            return new Label(TEXTS.get("details.port.inside"));
        }
        if (!port.problem().isEmpty()) {
            Label problem = new Label(TEXTS.get("details.port.problem", String.valueOf(port.outside()), port.problem()),
                    new FontIcon(Feather.ALERT_TRIANGLE));
            problem.setWrapText(true);
            problem.getStyleClass().add(Styles.DANGER);
            return problem;
        }
        if (!port.browsable()) {
            return new Label("localhost:" + port.outside());
        }
        Hyperlink link = new Hyperlink(port.address());
        link.setOnAction(event -> shell.browse(port.address()));
        return link;
    }

    private void render(Details now) {
        general.clear();
        now.facts().forEach((key, value) -> general.add(TEXTS.get("details.fact." + key), value));
        mounts.clear();
        now.mounts().forEach(mount -> mounts.add(mount.target(),
                TEXTS.get(mount.writable() ? "details.mount" : "details.mount.fixed", mount.type(), mount.source())));
        networks.clear();
        now.networks().forEach(network -> networks.add(network.name(), network.address().isEmpty()
                ? TEXTS.get("details.network.off")
                : TEXTS.get("details.network.on", network.address(), network.gateway())));
        environment.clear();
        now.environment().forEach(this::add);
        labels.clear();
        now.labels().forEach(labels::add);
    }

    private void add(Variable variable) {
        if (variable.secret()) {
            environment.add(variable.name(), new SecretField(shell, variable));
        } else {
            environment.add(variable.name(), variable.value());
        }
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
    public void hidden() {
        model.rest();
    }

    @Override
    public void close() {
        scope.close();
    }
}
