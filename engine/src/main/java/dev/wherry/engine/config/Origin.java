// Where the value of a setting comes from.
package dev.wherry.engine.config;

import java.nio.file.Path;

/** Where a value comes from; the later ones go before the earlier ones. {@link Object#toString} is what a user sees. */
public sealed interface Origin {

    /** Wherry itself. */
    record Default() implements Origin {
        @Override
        public String toString() {
            return "default";
        }
    }

    /**
     * The configuration file.
     *
     * @param file its path
     * @param line where the key stands, from 1
     */
    record File(Path file, int line) implements Origin {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /**
     * An environment variable.
     *
     * @param variable its name
     */
    record Environment(String variable) implements Origin {
        @Override
        public String toString() {
            return variable;
        }
    }

    /**
     * An option of the command line.
     *
     * @param option its name with both dashes
     */
    record Flag(String option) implements Origin {
        @Override
        public String toString() {
            return option;
        }
    }
}
