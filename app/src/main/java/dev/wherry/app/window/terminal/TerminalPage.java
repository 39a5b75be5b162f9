// The page with shells in the machine.
package dev.wherry.app.window.terminal;

import javafx.scene.Parent;

import dev.wherry.app.shell.MachineShell;
import dev.wherry.app.shell.OutsideShell;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Page;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.EngineGate;
import dev.wherry.app.window.parts.PageFrame;

/** Shells in the machine, in tabs, while it runs. */
public final class TerminalPage implements Page {

    private static final Texts TEXTS = Texts.of(TerminalPage.class);

    private final Shell window;
    private final ShellTabs tabs;
    private final EngineGate gate;
    private final PageFrame frame;

    /** For {@code window}'s machine. */
    public TerminalPage(Shell window) {
        this.window = window;
        this.tabs = new ShellTabs(window, new MachineShell(window.desk().launcher()),
                OutsideShell.ofMachine(window.desk().machine().get().report().name()), TEXTS.get("shell"));
        this.gate = new EngineGate(window.desk(), tabs);
        this.frame = new PageFrame(TEXTS.get("title"), gate);
    }

    @Override
    public Parent content() {
        return frame;
    }

    @Override
    public void show(Place place) {
        if (window.desk().machine().get().engineAnswers()) {
            tabs.openFirst();
            tabs.focus();
        }
    }

    @Override
    public void close() {
        gate.close();
        tabs.close();
    }
}
