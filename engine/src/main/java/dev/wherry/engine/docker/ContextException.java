// A docker context that cannot be made or taken away, told to its user.
package dev.wherry.engine.docker;

/** Nothing was changed. The message says what is wrong and where, the remedy what to do. */
public final class ContextException extends Exception {

    private final String remedy;

    /** With one sentence each. */
    public ContextException(String message, String remedy) {
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
