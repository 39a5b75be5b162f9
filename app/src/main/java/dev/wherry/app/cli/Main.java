// The program "wherry".
package dev.wherry.app.cli;

import picocli.CommandLine;

/** Runs one command and exits with its code. */
public final class Main {

    private Main() {
    }

    /** Exit codes: see {@link ExitCode}; "ssh", "shell" and "docker" return the remote command's own. */
    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /** The command line that can read {@code arguments}; with none, all commands are on it. */
    static CommandLine commandLine(String... arguments) {
        return Commands.lineFor(arguments)
                .setParameterExceptionHandler(Complaints::explain)
                .setExecutionExceptionHandler(
                        (failure, commandLine, parsed) -> Complaints.explain(failure, commandLine))
                .setExpandAtFiles(false);
    }
}
