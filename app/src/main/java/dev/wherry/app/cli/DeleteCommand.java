// "wherry delete"
package dev.wherry.app.cli;

import java.io.Console;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.ControlClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes the machine. */
@Command(name = "delete", mixinStandardHelpOptions = true, description = "Delete the machine with all its containers, container images and volumes.")
final class DeleteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private ProgressOptions progressOptions;
    @Option(names = {"-y", "--yes"}, description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws Exception {
        if (!yes && !confirmed()) {
            spec.commandLine().getErr().println("wherry: Nothing was deleted.");
            spec.commandLine().getErr().println("        Run \"wherry delete --yes\" to delete without being asked.");
            return ExitCode.FAILED;
        }
        try (ControlClient agent = Agents.connect(); ProgressLine progress = progressOptions.line(spec)) {
            agent.delete(progress::show);
            progress.note("Deleted.");
        }
        return ExitCode.DONE;
    }

    private static boolean confirmed() {
        @Nullable
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return false;
        }
        String answer = console.readLine("Delete the machine with all its containers, images and volumes? [y/N] ");
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
