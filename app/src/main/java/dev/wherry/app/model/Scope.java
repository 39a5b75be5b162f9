// What ends together.
package dev.wherry.app.model;

import java.util.ArrayDeque;
import java.util.Deque;

/** Subscriptions and the like that end when their page or window does. */
public final class Scope implements Subscription {

    private final Deque<Subscription> members = new ArrayDeque<>();
    private boolean closed;

    /** Takes {@code member} in; it is closed with this scope, or at once if that has been. */
    public void add(Subscription member) {
        synchronized (members) {
            if (!closed) {
                members.push(member);
                return;
            }
        }
        member.close();
    }

    /** Closes the members, the last one first. */
    @Override
    public void close() {
        while (true) {
            Subscription next;
            synchronized (members) {
                closed = true;
                if (members.isEmpty()) {
                    return;
                }
                next = members.pop();
            }
            next.close();
        }
    }
}
