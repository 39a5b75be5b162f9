// Follows the machine for the tray.
package dev.wherry.app.tray;

import java.util.List;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.text.Texts;
import dev.wherry.app.updates.Update;
import dev.wherry.app.updates.UpdateView;
import dev.wherry.app.watch.Listing;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.docker.ContainerSummary;

/** What the tray shows, always up to date. */
public final class TrayModel {

    private final Texts texts = Texts.of(TrayModel.class);
    private final StateWords words = new StateWords();
    private final TrayMenu menu = new TrayMenu();
    private final Live<TrayContent> content;

    /** Follows {@code machine}, its {@code containers} and the announced {@code updates} until {@code scope} is closed. */
    public TrayModel(Scope scope, Live<MachineView> machine, Live<Listing<ContainerSummary>> containers,
            Live<UpdateView> updates) {
        this.content = Live.computed(scope, () -> content(machine.get(), containers.get(), updates.get().updates()),
                machine, containers, updates);
    }

    /** What the tray shows. */
    public Live<TrayContent> content() {
        return content;
    }

    private TrayContent content(MachineView machine, Listing<ContainerSummary> containers, List<Update> updates) {
        String state = words.of(machine, containers);
        return new TrayContent(TrayPicture.of(machine), texts.get("tooltip", state),
                menu.of(machine, containers, updates, state));
    }
}
