// The files in one volume.
package dev.wherry.app.window.volumes;

import javafx.scene.Parent;

import dev.wherry.app.text.Texts;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.files.FilesPane;
import dev.wherry.app.window.files.VolumeTree;
import dev.wherry.app.window.parts.EngineGate;
import dev.wherry.app.window.parts.ListAndDetail;
import dev.wherry.app.window.parts.PageFrame;

/** Browses a volume. */
final class VolumeView implements ListAndDetail.Detail {

    private static final Texts TEXTS = Texts.of(VolumeView.class);

    private final FilesPane files;
    private final EngineGate gate;
    private final PageFrame frame;

    VolumeView(Shell shell, String volume) {
        files = new FilesPane(shell, new VolumeTree(shell.desk().engine().client(), volume));
        gate = new EngineGate(shell.desk(), files);
        frame = new PageFrame(volume, gate).back(TEXTS.get("back"), () -> shell.open(Place.of(PageKind.VOLUMES)));
        files.open("/");
    }

    @Override
    public Parent content() {
        return frame;
    }

    @Override
    public void close() {
        gate.close();
        files.close();
    }
}
