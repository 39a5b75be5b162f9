// What can go wrong with a machine, told to its user.
package dev.wherry.engine.machine;

import org.jspecify.annotations.Nullable;

/** A machine could not do what was asked. The message says what is wrong, the remedy what to do. */
public class MachineException extends Exception {

    private final String remedy;

    /** With one sentence each. */
    public MachineException(String message, String remedy) {
        this(message, remedy, null);
    }

    /** With the failure behind it, for the log. */
    public MachineException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What is wrong, in one sentence. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }

    /** What the user can do about it. */
    public final String remedy() {
        return remedy;
    }
}
