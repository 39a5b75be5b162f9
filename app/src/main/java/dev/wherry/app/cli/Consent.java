// Asking before something is destroyed.
package dev.wherry.app.cli;

import java.io.Console;

import dev.wherry.engine.agent.AgentException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --yes}; without it a person at a terminal is asked, and a program is refused. */
final class Consent {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;
    @Option(names = {"-y", "--yes"}, description = "Do not ask.")
    private boolean given;

    /**
     * Returns when the user agrees.
     *
     * @param deed what is about to happen, as in "delete the machine"
     * @throws AgentException when the user does not
     */
    void require(String deed) throws AgentException {
        if (!given && !answered(deed)) {
            throw new AgentException(AgentException.Kind.FAILED, "Nothing was done: to " + deed + " needs a yes.",
                    "Run \"" + command.qualifiedName() + "\" with --yes to go ahead without being asked.");
        }
    }

    private static boolean answered(String deed) {
        @Nullable
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return false;
        }
        String answer = console.readLine("%s", Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + "? [y/N] ");
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
