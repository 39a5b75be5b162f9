// How commands say that something went wrong.
package dev.wherry.app.cli;

import java.io.PrintWriter;
import java.util.List;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line on what is wrong, and one on what to do. */
final class Complaints {

    private static final int MOST_SUGGESTIONS = 3;

    private Complaints() {
    }

    /** For what was asked for wrongly. */
    static int explain(ParameterException e, String... arguments) {
        CommandLine commandLine = e.getCommandLine();
        List<String> nearest = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(MOST_SUGGESTIONS).toList()
                : List.of();
        String help = commandLine.getParent() == null
                ? "\"wherry help\" lists the commands."
                : "\"" + commandLine.getCommandSpec().qualifiedName() + " --help\" tells what it takes.";
        print(commandLine.getErr(), what(e), nearest.isEmpty()
                ? help
                : "Did you mean " + String.join(" or ", nearest) + "? " + help);
        return ExitCode.USAGE;
    }

    private static String what(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                && e.getCommandLine().getParent() == null
                        ? "There is no command \"" + unmatched.getUnmatched().getFirst() + "\"."
                        : String.valueOf(e.getMessage());
    }

    /** For what was tried, or could not be tried; other exceptions are defects and end with their stack trace. */
    static int explain(Exception failure, CommandLine commandLine) throws Exception {
        if (failure instanceof ConfigException e) {
            print(commandLine.getErr(), e.getMessage(), e.remedy());
            return ExitCode.PRECHECK;
        }
        if (!(failure instanceof AgentException e)) {
            throw failure;
        }
        print(commandLine.getErr(), e.getMessage(), e.remedy());
        return switch (e.kind()) {
            case USAGE -> ExitCode.USAGE;
            case PRECHECK, VERSION -> ExitCode.PRECHECK;
            case NO_MACHINE -> ExitCode.NO_MACHINE;
            case FAILED, UNREACHABLE -> ExitCode.FAILED;
        };
    }

    private static void print(PrintWriter err, String what, String remedy) {
        err.println("wherry: " + what);
        if (!remedy.isEmpty()) {
            err.println("        " + remedy);
        }
        err.flush();
    }
}
