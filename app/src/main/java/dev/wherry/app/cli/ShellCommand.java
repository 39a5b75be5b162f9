// "wherry shell"
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.wherry.app.cli.terminal.StandardStream;
import dev.wherry.app.shell.BestShell;
import dev.wherry.engine.host.ShellWord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command, or the best shell that there is, in a container. */
@Command(description = "Open a shell in a container, or run a command there.", footer = {
        "", "The shell is the user's own if that is more than sh, else the first of bash, zsh, fish, ash and sh.",
        "The exit code is the command's own, or 128 + the number of the signal that ended it.",
        "", "Example:", "  wherry shell web"})
final class ShellCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private MachineOption machine;
    @Mixin
    private TerminalOptions terminal;
    @Option(names = {"-u", "--user"}, paramLabel = "USER", description = "Whom to be: USER or USER:GROUP.")
    private @Nullable String user;
    @Option(names = {"-w", "--workdir"}, paramLabel = "DIR", description = "Where to begin.")
    private @Nullable String folder;
    @Option(names = {"-e", "--env"}, paramLabel = "NAME=VALUE", description = "A variable more; may be repeated.")
    private List<String> variables = new ArrayList<>();
    @Parameters(index = "0", paramLabel = "CONTAINER", description = "Its name or ID.")
    private String container = "";
    @Parameters(index = "1..*", paramLabel = "COMMAND", description = "What to run; a shell if left out.")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        boolean withTerminal = terminal.give(words.isEmpty() || StandardStream.areTerminals(),
                spec.commandLine().getErr());
        int code = ForwardedCommand.run(machine, line(withTerminal), withTerminal);
        if (ContainerTrouble.mayBeReasonFor(code)) {
            ContainerTrouble.find(machine, container, words.isEmpty()).forEach(spec.commandLine().getErr()::println);
        }
        return code;
    }

    private String line(boolean withTerminal) {
        List<String> line = new ArrayList<>(List.of("docker", "exec", withTerminal ? "-it" : "-i"));
        if (withTerminal) {
            addVariable("TERM", line);
            addVariable("COLORTERM", line);
        }
        variables.forEach(variable -> addVariable(variable, line));
        if (user != null) {
            line.addAll(List.of("-u", user));
        }
        if (folder != null) {
            line.addAll(List.of("-w", folder));
        }
        line.add(container);
        line.addAll(words.isEmpty() ? BestShell.line(isUtf8()) : words);
        return ShellWord.line(line);
    }

    // As for docker, a name alone means the value that it has here.
    private static void addVariable(String variable, List<String> line) {
        String value = variable.contains("=") ? variable : System.getenv(variable);
        if (value != null) {
            line.addAll(List.of("-e", variable.equals(value) ? value : variable + "=" + value));
        }
    }

    private static boolean isUtf8() {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG").map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst().map(value -> value.toUpperCase(Locale.ROOT).replace("-", "").endsWith("UTF8"))
                .orElse(false);
    }
}
