// A tab with a shell.
package dev.wherry.app.window.terminal;

import javafx.event.Event;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;

import dev.wherry.app.model.Subscription;
import dev.wherry.app.shell.ShellSource;
import dev.wherry.app.shell.ShellState;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.Question;
import dev.wherry.app.window.Shell;
import dev.wherry.app.window.parts.Screen;
import dev.wherry.app.window.parts.StateMark;

/** One shell's tab, called as the shell calls itself. Closing it asks first while the shell runs. */
final class ShellTab extends Tab implements Subscription {

    private static final Texts TEXTS = Texts.of(ShellTab.class);

    private final Shell window;
    private final ShellView view;
    private final Subscription marking;

    ShellTab(Shell window, ShellSource source, String title, TerminalSettings settings) {
        this.window = window;
        this.view = new ShellView(source, settings, this::call);
        setContent(view);
        setText(title);
        setOnCloseRequest(this::closeRequested);
        marking = Screen.show(view.line().state(), this::mark);
    }

    ShellView view() {
        return view;
    }

    private void call(String title) {
        if (!title.isBlank()) {
            setText(title);
            setTooltip(new Tooltip(title));
        }
    }

    private void mark(ShellState state) {
        StateMark sign = new StateMark();
        sign.show(state instanceof ShellState.Ended ? StateMark.Kind.OFF : StateMark.Kind.TROUBLE);
        setGraphic(state.ended() ? sign : null);
    }

    private void closeRequested(Event event) {
        if (view.line().state().get().runs()) {
            event.consume();
            requestClose();
        }
    }

    /** Closes it, if need be after asking. */
    void requestClose() {
        if (view.line().state().get().runs()) {
            window.ask(new Question(TEXTS.get("close.title"), TEXTS.get("close.text", getText()),
                    TEXTS.get("close.action"), true), this::remove);
        } else {
            remove();
        }
    }

    private void remove() {
        if (getTabPane() != null) {
            getTabPane().getTabs().remove(this);
        }
    }

    @Override
    public void close() {
        marking.close();
        view.close();
    }
}
