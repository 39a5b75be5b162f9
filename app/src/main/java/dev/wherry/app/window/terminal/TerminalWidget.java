// A terminal with its scroll bar and its search.
package dev.wherry.app.window.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.techsenger.jeditermfx.core.TerminalExecutorServiceManager;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import com.techsenger.jeditermfx.ui.SearchComponent;
import com.techsenger.jeditermfx.ui.TerminalPanel;
import com.techsenger.jeditermfx.ui.settings.SettingsProvider;
import org.slf4j.LoggerFactory;

/** JediTermFX' terminal with the parts of this package. */
final class TerminalWidget extends JediTermFxWidget {

    static {
        // It logs each mode that is set, and as errors, with traces, cursors that are a line ahead of the text.
        if (LoggerFactory.getLogger("com.techsenger.jeditermfx") instanceof Logger log) {
            log.setLevel(Level.OFF);
        }
    }

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
