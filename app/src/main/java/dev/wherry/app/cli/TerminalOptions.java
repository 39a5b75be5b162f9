// Who gets a terminal.
package dev.wherry.app.cli;

import java.io.PrintWriter;

import dev.wherry.app.cli.terminal.StandardStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of commands that run something in the guest. */
final class TerminalOptions {

    @ArgGroup
    private Choice choice = new Choice();

    /** Not both at once. */
    static final class Choice {
        @Option(names = {"-t", "--tty"}, description = "Give it a terminal.")
        private boolean tty;
        @Option(names = {"-T", "--no-tty"}, description = "Give it none.")
        private boolean none;
    }

    /** Whether to give the far side a terminal, where {@code unlessTold} holds when the options say neither. */
    boolean give(boolean unlessTold, PrintWriter err) {
        if (choice.none || !(choice.tty || unlessTold)) {
            return false;
        }
        if (StandardStream.IN.isTerminal()) {
            return true;
        }
        if (choice.tty) {
            err.println("wherry: -t has no effect: standard input is no terminal.");
        }
        return false;
    }
}
