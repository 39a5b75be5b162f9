// Something that has to be put right before anything is started.
package dev.wherry.engine.machine;

/** Nothing was started, because it could not have worked. */
public final class PrecheckException extends MachineException {

    /** With what is wrong and what to do. */
    public PrecheckException(String message, String remedy) {
        super(message, remedy);
    }
}
