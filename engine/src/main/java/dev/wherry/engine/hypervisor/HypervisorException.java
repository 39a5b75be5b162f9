// What goes wrong with a VM as a whole.
package dev.wherry.engine.hypervisor;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A VM could not be started, found or steered. The message is made for the user: what was tried, what failed, why. */
public final class HypervisorException extends Exception {

    public HypervisorException(String message) {
        this(message, null);
    }

    public HypervisorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, in whole sentences. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
