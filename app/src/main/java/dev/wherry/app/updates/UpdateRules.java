// What the user wants of updates.
package dev.wherry.app.updates;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.UpdateSettings;

/** Knows the settings of this moment. */
@FunctionalInterface
public interface UpdateRules {

    /**
     * Reads them.
     *
     * @throws ConfigException when they cannot be read; nobody is asked for newer versions then
     */
    UpdateSettings now() throws ConfigException;
}
