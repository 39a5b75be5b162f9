// What went wrong, as a person is told it.
package dev.wherry.app.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.docker.ContextException;
import dev.wherry.engine.docker.EngineException;

/**
 * A failure.
 *
 * @param what    what was tried, as in "Stop web"
 * @param cause   why it failed, in a sentence
 * @param remedy  what to do about it; may be empty
 * @param details more, for those who are asked for help
 */
public record Failure(String what, String cause, String remedy, String details) {

    /** The failure of {@code what} by {@code thrown}. */
    public static Failure of(String what, Throwable thrown) {
        String message = Objects.requireNonNullElse(thrown.getMessage(), thrown.toString());
        return switch (thrown) {
            case AgentException e -> new Failure(what, message, e.remedy(), trace(e));
            case ContextException e -> new Failure(what, message, e.remedy(), trace(e));
            case ConfigException e -> new Failure(what, message, e.remedy(), trace(e));
            case EngineException e -> new Failure(what, e.engineMessage(), "", trace(e));
            case IOException e -> new Failure(what, message, "", trace(e));
            default -> new Failure(what, message, "", trace(thrown));
        };
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** All of it, to be copied. */
    public String text() {
        return String.join("\n", what, cause, remedy, "", details);
    }
}
