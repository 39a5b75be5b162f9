// A mistake in the configuration, told to its user.
package dev.wherry.engine.config;

/** The configuration cannot be used as it is. The message says what is wrong and where, the remedy what to do. */
public final class ConfigException extends Exception {

    private final String remedy;

    /** With one sentence each. */
    public ConfigException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What is wrong, in one sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What the user can do about it. */
    public String remedy() {
        return remedy;
    }
}
