// "wherry config edit"
package dev.wherry.app.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.config.ConfigDocument;
import dev.wherry.engine.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens an editor on a copy of the file. Only a right copy takes the file's place, and nothing that was typed is lost. */
@Command(name = "edit", description = "Edit the file, and check it before it counts.", footer = {"",
        "Opens $VISUAL, else $EDITOR, else vi or nano (notepad on Windows).", "", "Example:", "  wherry config edit"})
final class ConfigEditCommand implements Callable<Integer> {

    /** What the user wants after a mistake. */
    private enum Answer {
        EDIT,
        KEEP,
        ABANDON
    }

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;

    @Override
    public Integer call() throws Exception {
        ConfigChange change = new ConfigChange(machine, spec);
        Editor editor = Editor.of(System.getenv());
        String before = change.text();
        try (ConfigDraft draft = ConfigDraft.of(change.file().path(), before)) {
            while (true) {
                open(editor, draft);
                if (!draft.isChanged()) {
                    change.note("Nothing was changed.");
                    return ExitCode.DONE;
                }
                try {
                    use(draft, before, change);
                    return ExitCode.DONE;
                } catch (ConfigException mistake) {
                    Answer answer = ask(change, mistake);
                    if (answer == Answer.KEEP) {
                        throw new ConfigException(mistake.getMessage(), whereItIs(draft));
                    } else if (answer == Answer.ABANDON) {
                        draft.use();
                        change.note("Nothing was changed.");
                        return ExitCode.FAILED;
                    }
                }
            }
        }
    }

    private static void open(Editor editor, ConfigDraft draft)
            throws AgentException, IOException, InterruptedException {
        try {
            editor.open(draft.path());
        } catch (AgentException e) {
            throw draft.isChanged() ? new AgentException(e.kind(), e.getMessage(), whereItIs(draft)) : e;
        }
    }

    private static void use(ConfigDraft draft, String before, ConfigChange change)
            throws AgentException, ConfigException, InterruptedException {
        ConfigDocument typed = change.file().parse(draft.text());
        change.check(typed);
        if (!change.text().equals(before)) {
            throw new ConfigException(change.file().path() + " was changed by somebody else meanwhile.", "");
        }
        change.apply(typed);
        draft.use();
    }

    private static String whereItIs(ConfigDraft draft) {
        return "Nothing was changed; what you typed is kept in " + draft.path() + ".";
    }

    private static Answer ask(ConfigChange change, ConfigException mistake) {
        @Nullable
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Answer.KEEP;
        }
        change.note("wherry: " + mistake.getMessage());
        String answer = console.readLine("Edit again, keep what you typed in a file, or abandon it? [E/k/a] ");
        return switch (answer == null ? "k" : answer.strip().toLowerCase(Locale.ROOT)) {
            case "k", "keep" -> Answer.KEEP;
            case "a", "abandon" -> Answer.ABANDON;
            default -> Answer.EDIT;
        };
    }
}
