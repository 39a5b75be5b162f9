// "wherry help"
package dev.wherry.app.cli;

import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains all commands in a line each, or one of them in full. */
@Command(description = "Explain a command.", footer = {"", "Example:", "  wherry help up"})
final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command to explain.")
    private String[] words = {};

    @Override
    public Integer call() {
        CommandLine explained = Objects.requireNonNull(spec.parent()).commandLine();
        for (String word : words) {
            @Nullable
            CommandLine next = explained.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(spec.commandLine(), "There is no command \"" + word + "\".");
            }
            explained = next;
        }
        explained.usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
