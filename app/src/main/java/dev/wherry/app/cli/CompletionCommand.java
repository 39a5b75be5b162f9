// "wherry completion"
package dev.wherry.app.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the code by which a shell completes Wherry's commands and options. */
@Command(description = "Print the code by which a shell completes commands and options.", footer = {
        "", "For every new shell, put into its startup file:",
        "  bash, zsh:      source <(wherry completion bash)",
        "  fish:           wherry completion fish | source",
        "  powershell:     wherry completion powershell | Out-String | Invoke-Expression",
        "", "Example:", "  wherry completion bash"})
final class CompletionCommand implements Callable<Integer> {

    /** The shells that can be taught to complete. */
    enum Language {
        BASH,
        ZSH,
        FISH,
        POWERSHELL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable Language language;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(switch (Objects.requireNonNull(language)) {
            // picocli's script is for both.
            case BASH, ZSH -> AutoComplete.bash("wherry", Main.commandLine());
            case FISH -> new FishCompletion(CommandPath.root()).script();
            case POWERSHELL -> new PowershellCompletion(CommandPath.root()).script();
        });
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
