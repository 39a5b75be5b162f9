// Follows the machine for the tray.
package dev.wherry.app.tray;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.docker.ContainerSummary;

/** What the tray shows, always up to date. */
public final class TrayModel {

    private final Texts texts = Texts.of(TrayModel.class);
    private final StateWords words = new StateWords();
    private final TrayMenu menu = new TrayMenu();
    private final Live<TrayContent> content;

    /** Follows {@code machine} and its {@code containers} until {@code scope} is closed. */
    public TrayModel(Scope scope, Live<MachineView> machine, Live<Listing<ContainerSummary>> containers) {
        this.content = Live.computed(scope, () -> content(machine.get(), containers.get()), machine, containers);
    }

    /** What the tray shows. */
    public Live<TrayContent> content() {
        return content;
    }

    private TrayContent content(MachineView machine, Listing<ContainerSummary> containers) {
        String state = words.of(machine, containers);
        return new TrayContent(TrayPicture.of(machine), texts.get("tooltip", state),
                menu.of(machine, containers, state));
    }
}
