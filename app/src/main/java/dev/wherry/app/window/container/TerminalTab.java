// Shells in a container.
package dev.wherry.app.window.container;

import javafx.scene.Parent;

import dev.wherry.app.shell.ContainerShell;
import dev.wherry.app.shell.OutsideShell;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.terminal.ShellTabs;

/** Opens the first shell by itself if the container runs; the shells live on while nobody looks. */
final class TerminalTab implements ContainerTab {

    private final ContainerModel container;
    private final ShellTabs shells;

    TerminalTab(Shell shell, ContainerModel container) {
        this.container = container;
        this.shells = new ShellTabs(shell, new ContainerShell(shell.desk().engine().client(), container.id()),
                OutsideShell.ofContainer(shell.desk().machine().get().report().name(), container.id()),
                container.name());
    }

    @Override
    public Parent content() {
        return shells;
    }

    @Override
    public void shown() {
        if (container.glance().get().up()) {
            shells.openFirst();
            shells.focus();
        }
    }

    @Override
    public boolean busy() {
        return !shells.isEmpty();
    }

    @Override
    public void close() {
        shells.close();
    }
}
