// The program "wherry".
package dev.wherry.app.cli;

import java.io.PrintWriter;
import java.util.Objects;

import dev.wherry.engine.agent.AgentException;
import picocli.CommandLine;

/** Runs one command and exits with its code. */
public final class Main {

    private Main() {
    }

    /** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a pre-check failed; some commands have more, see their help. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine wherry = new CommandLine(new WherryCommand())
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> explain(failure, commandLine))
                .setExpandAtFiles(false);
        // What follows these two belongs to the far side: options after the first word of ssh, and all of docker's.
        subcommand(wherry, "ssh").setStopAtPositional(true);
        subcommand(wherry, "docker").setUnmatchedOptionsArePositionalParams(true).setStopAtPositional(true);
        return wherry;
    }

    private static CommandLine subcommand(CommandLine parent, String name) {
        return Objects.requireNonNull(parent.getSubcommands().get(name), name);
    }

    // One line on what is wrong and one on what to do; the stack trace is in the agent's log, where there is one.
    private static int explain(Exception failure, CommandLine commandLine) throws Exception {
        if (!(failure instanceof AgentException e)) {
            throw failure;
        }
        PrintWriter err = commandLine.getErr();
        err.println("wherry: " + e.getMessage());
        if (!e.remedy().isEmpty()) {
            err.println("        " + e.remedy());
        }
        return switch (e.kind()) {
            case PRECHECK -> ExitCode.PRECHECK;
            case FAILED, VERSION, UNREACHABLE -> ExitCode.FAILED;
        };
    }
}
