// A key of the configuration as a command's first word.
package dev.wherry.app.cli;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.KeyPath;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The parameter {@code KEY}. */
final class KeyParameter {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;
    @Parameters(index = "0", paramLabel = "KEY", description = "As in the file; keys inside engine, proxy and updates are joined by dots.")
    private String text;

    /**
     * The key.
     *
     * @throws ParameterException when there is no such key, with the nearest one
     */
    KeyPath path() {
        try {
            return KeyPath.parse(text);
        } catch (ConfigException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }
}
