// How far pulls, pushes and builds may go.
package dev.wherry.app.fake;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Holds transfers half-way, and lets them fail there. */
public final class Transfers {

    /** What is transferred. */
    public enum Kind {
        PULL,
        PUSH,
        BUILD
    }

    private final Set<Kind> held = EnumSet.noneOf(Kind.class);
    private final Map<Kind, String> failures = new EnumMap<>(Kind.class);

    /** Lets every transfer of {@code kind} stop half-way until {@link #release}. */
    public synchronized void hold(Kind kind) {
        held.add(kind);
    }

    /** Lets those that {@link #hold} stopped go on. */
    public synchronized void release(Kind kind) {
        held.remove(kind);
        notifyAll();
    }

    /** Lets every transfer of {@code kind} fail half-way from now on. */
    public synchronized void fail(Kind kind, String message) {
        failures.put(kind, message);
    }

    /** Lets them come through again. */
    public synchronized void mend(Kind kind) {
        failures.remove(kind);
    }

    /** Half-way: waits while held. Returns why the transfer fails here, or "" when it does not. */
    synchronized String half(Kind kind) throws InterruptedException {
        while (held.contains(kind)) {
            wait();
        }
        return failures.getOrDefault(kind, "");
    }
}
