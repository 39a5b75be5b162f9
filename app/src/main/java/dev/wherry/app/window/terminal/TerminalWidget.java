// A terminal with its scroll bar and its search.
package dev.wherry.app.window.terminal;

import com.techsenger.jeditermfx.core.TerminalExecutorServiceManager;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import com.techsenger.jeditermfx.ui.SearchComponent;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import com.techsenger.jeditermfx.ui.settings.SettingsProvider;

/** JediTermFX' terminal with the parts of this package. */
final class TerminalWidget extends JediTermFxWidget {

    TerminalWidget(TerminalSettings settings) {
        super(settings);
    }

    // Called by the constructor, as are the others.
    @Override
    protected TerminalPanel createTerminalPanel(SettingsProvider settings, StyleState style, TerminalTextBuffer text) {
        return new TerminalScreen((TerminalSettings) settings, text, style);
    }

    @Override
    protected TerminalExecutorServiceManager createExecutorServiceManager() {
        return new TerminalThreads();
    }

    @Override
    protected SearchComponent createSearchComponent() {
        return new FindBar();
    }

    TerminalScreen screen() {
        return (TerminalScreen) getTerminalPanel();
    }

    /** Shows where to type what to look for. */
    void find() {
        getActions().getFirst().actionPerformed(null);
    }
}
