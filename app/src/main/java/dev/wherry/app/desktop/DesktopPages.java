// Which class is which page.
package dev.wherry.app.desktop;

import java.io.IOException;

import dev.wherry.app.window.Page;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Pages;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.Welcome;
import dev.wherry.app.window.containers.ContainersPage;
import dev.wherry.app.window.images.ImagesPage;
import dev.wherry.app.window.machine.MachinePage;
import dev.wherry.app.window.networks.NetworksPage;
import dev.wherry.app.window.problems.ProblemsModel;
import dev.wherry.app.window.problems.ProblemsPage;
import dev.wherry.app.window.search.SearchBox;
import dev.wherry.app.window.settings.SettingsPage;
import dev.wherry.app.window.terminal.TerminalPage;
import dev.wherry.app.window.volumes.VolumesPage;
import dev.wherry.app.window.welcome.WelcomePane;

/** Makes each page from its package. */
public final class DesktopPages implements Pages {

    private final Runnable quit;

    /** @param quit ends the app */
    public DesktopPages(Runnable quit) {
        this.quit = quit;
    }

    @Override
    public Page make(PageKind kind, Shell shell) {
        return switch (kind) {
            case CONTAINERS -> new ContainersPage(shell);
            case IMAGES -> new ImagesPage(shell);
            case VOLUMES -> new VolumesPage(shell);
            case NETWORKS -> new NetworksPage(shell);
            case MACHINE -> new MachinePage(shell);
            case TERMINAL -> new TerminalPage(shell);
            case PROBLEMS -> new ProblemsPage(shell, new ProblemsModel(shell.desk()));
            case SETTINGS -> new SettingsPage(shell);
        };
    }

    @Override
    public void search(Shell shell) {
        shell.dialog(new SearchBox(shell));
    }

    @Override
    public void quit() {
        quit.run();
    }

    @Override
    public void browse(String address) throws IOException, InterruptedException {
        TrayCommands.browse(address);
    }

    @Override
    public Welcome welcome(Shell shell, Runnable done) {
        WelcomePane pane = new WelcomePane(shell, done);
        return new Welcome(pane, pane);
    }
}
