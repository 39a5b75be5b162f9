// The files of a container.
package dev.wherry.app.window.container;

import javafx.scene.Parent;

import dev.wherry.app.window.Shell;
import dev.wherry.app.window.files.ContainerTree;
import dev.wherry.app.window.files.FilesPane;

/** Begins at the root; later it is where the user went. */
final class FilesTab implements ContainerTab {

    private final FilesPane files;

    FilesTab(Shell shell, ContainerModel container) {
        this.files = new FilesPane(shell, new ContainerTree(shell.desk().engine().client(), container.id()));
        files.getStyleClass().add("tab-body");
        files.open("/");
    }

    @Override
    public Parent content() {
        return files;
    }

    @Override
    public void close() {
        files.close();
    }
}
