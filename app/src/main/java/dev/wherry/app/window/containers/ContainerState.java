// How a container is, as the engine's list tells it.
package dev.wherry.app.window.containers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container's state.
 *
 * @param name      the engine's word for it: {@code created}, {@code running}, {@code paused}, {@code restarting},
 *                  {@code removing}, {@code exited} or {@code dead}
 * @param unhealthy whether it runs and its health check fails
 * @param exitCode  what it ended with, as a number; empty unless it has ended
 */
public record ContainerState(String name, boolean unhealthy, String exitCode) {

    private static final Pattern EXIT = Pattern.compile("^Exited \\((\\d+)\\)");

    /** The state that the engine calls {@code name} and describes as {@code status}, as in "Exited (1) 3 hours ago". */
    static ContainerState of(String name, String status) {
        Matcher exit = EXIT.matcher(status);
        return new ContainerState(name, status.endsWith("(unhealthy)"), exit.find() ? exit.group(1) : "");
    }

    /** Whether it runs and is not paused. */
    boolean running() {
        return name.equals("running");
    }
}
