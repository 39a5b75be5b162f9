// Does what is chosen in the tray.
package dev.wherry.app.desktop;

import java.io.IOException;
import java.net.URI;
import javafx.application.Platform;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.settings.EngineUrl;
import dev.wherry.app.text.Texts;
import dev.wherry.app.tray.TrayAction;
import dev.wherry.app.tray.TrayActions;
import dev.wherry.app.window.AboutBox;
import dev.wherry.app.window.MainWindow;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.UpdateBox;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.host.desktop.HostDesktop;

/** Hands each action to whoever does it; is called on the tray's thread. */
final class TrayCommands implements TrayActions {

    private static final Texts TEXTS = Texts.of(TrayCommands.class);

    private final Desk desk;
    private final Desktop desktop;

    TrayCommands(Desk desk, Desktop desktop) {
        this.desk = desk;
        this.desktop = desktop;
    }

    @Override
    public void perform(TrayAction action) {
        switch (action) {
            case TrayAction.General general -> perform(general);
            case TrayAction.OpenPort(String url) -> desk.jobs().start(TEXTS.get("browse", url), report -> browse(url));
            case TrayAction.ContainerShell(String id, String name) -> open(container(id, "terminal"));
            case TrayAction.ContainerLogs(String id, String name) -> open(container(id, "logs"));
            case TrayAction.StopContainer(String id, String name) -> desk.jobs().start(TEXTS.get("stop", name),
                    report -> new Containers(desk.engine().client()).stop(id));
        }
    }

    private void perform(TrayAction.General action) {
        switch (action) {
            case START -> desk.actions().start();
            case STOP -> desk.actions().stop();
            case RESTART -> desk.actions().restart();
            case PAUSE -> desk.actions().pause();
            case RESUME -> desk.actions().resume();
            case OPEN_WINDOW -> Platform.runLater(desktop::open);
            case SHELL -> open(Place.of(PageKind.TERMINAL));
            case COPY_DOCKER_HOST -> Platform.runLater(this::copyDockerHost);
            case SETTINGS -> open(Place.of(PageKind.SETTINGS));
            case CHECK -> open(Place.of(PageKind.PROBLEMS));
            case UPDATES -> Platform.runLater(() -> {
                MainWindow window = desktop.open();
                UpdateBox.show(window, desk.updates().announced().get().updates());
            });
            case ABOUT -> Platform.runLater(() -> {
                MainWindow window = desktop.open();
                window.dialog(new AboutBox(window));
            });
            case QUIT -> Platform.runLater(desktop::quit);
        }
    }

    private static Place container(String id, String part) {
        return new Place(PageKind.CONTAINERS, id, part);
    }

    private void open(Place place) {
        Platform.runLater(() -> desktop.open(place));
    }

    private void copyDockerHost() {
        MainWindow.putOnClipboard(EngineUrl.of(desk.files().engineSocket()));
    }

    /** Opens {@code address} in the user's browser. */
    static void browse(String address) throws IOException, InterruptedException {
        HostDesktop.ofCurrentUser().browser().open(URI.create(address));
    }
}
