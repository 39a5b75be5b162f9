// A refusal by the engine, in its own words.
package dev.wherry.engine.docker;

import java.io.IOException;

/** The engine answered a request with an HTTP status of 400 or above, or said in its answer that it had failed. */
public final class EngineException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String engineMessage;

    EngineException(String request, int status, String engineMessage) {
        super("The engine answered " + request + " with: " + engineMessage + " (HTTP " + status + ")");
        this.status = status;
        this.engineMessage = engineMessage;
    }

    EngineException(String request, String engineMessage) {
        super("The engine failed at " + request + ": " + engineMessage);
        this.status = 0;
        this.engineMessage = engineMessage;
    }

    /** The HTTP status: 0 when work failed that had begun well; 404 for what does not exist, 409 for a conflict, 500 for the engine's own failures. */
    public int status() {
        return status;
    }

    /** What the engine says about it, as {@code docker} would print it. */
    public String engineMessage() {
        return engineMessage;
    }
}
