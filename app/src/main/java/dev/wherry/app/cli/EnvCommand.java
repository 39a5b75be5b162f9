// "wherry env"
package dev.wherry.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.wherry.app.cli.terminal.StandardStream;
import dev.wherry.app.settings.EngineUrl;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.ShellWord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the code after which docker clients started from a shell use the machine's engine, whatever state that is in. */
@Command(description = "Print what lets a shell's docker clients find the engine.", footer = {
        "", "Let the shell run what is printed. With --unset everything is again as it was before.",
        "  sh, bash, zsh:  eval \"$(wherry env)\"",
        "  fish:           wherry env | source",
        "  powershell:     wherry env | Out-String | Invoke-Expression",
        "  cmd:            FOR /F \"tokens=*\" %%i IN ('wherry env') DO @%%i",
        "", "Example:", "  wherry env --shell fish"})
final class EnvCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Spec
    private CommandSpec spec;
    @Option(names = "--shell", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}; found out if not given.")
    private @Nullable Shell given;
    @Option(names = {"-u", "--unset"}, description = "Take it back.")
    private boolean unset;

    @Override
    public Integer call() throws Exception {
        boolean windows = Platform.current().os() == Platform.Os.WINDOWS;
        Shell shell = given == null ? Shell.detect(ancestors(), System.getenv(), windows) : given;
        EngineEnvironment environment = new EngineEnvironment(System.getenv(), windows);
        for (EngineEnvironment.Change change : unset ? environment.undo() : pointing(environment)) {
            spec.commandLine().getOut().println(change.in(shell));
        }
        if (StandardStream.areTerminals()) {
            // Only code goes to standard output, and here nobody runs it.
            List<String> typed = spec.root().commandLine().getParseResult().originalArgs();
            spec.commandLine().getErr().println("To have this shell run it: "
                    + shell.running("wherry " + ShellWord.line(typed)));
        }
        return ExitCode.DONE;
    }

    private List<EngineEnvironment.Change> pointing(EngineEnvironment environment) throws Exception {
        Path socket = machine.files().engineSocket();
        return environment.pointTo(EngineUrl.of(socket), EngineUrl.of(socket.resolveSibling("docker")));
    }

    private static Stream<String> ancestors() {
        return Stream.iterate(ProcessHandle.current().parent(), Optional::isPresent,
                process -> process.flatMap(ProcessHandle::parent))
                .flatMap(process -> process.flatMap(handle -> handle.info().command()).stream());
    }
}
