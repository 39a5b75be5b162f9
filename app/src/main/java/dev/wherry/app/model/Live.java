// A value that changes while others look at it.
package dev.wherry.app.model;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A value and those who want to know when it changes. May be used from any thread. Listeners are called on the thread that made
 * the change, outside any lock, and read the value themselves: so a listener never sees an older value after a newer one.
 *
 * @param <T> an immutable type
 */
public final class Live<T> {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object changing = new Object();
    private volatile T value;

    /** With its first value. */
    public Live(T first) {
        this.value = first;
    }

    /**
     * A value that is computed from others, and anew whenever one of them changes, until {@code scope} is closed.
     *
     * @param computation reads the sources; called by one thread at a time
     */
    public static <T> Live<T> computed(Scope scope, Supplier<T> computation, Live<?>... sources) {
        Live<T> computed = new Live<>(computation.get());
        for (Live<?> source : sources) {
            scope.add(source.listen(() -> computed.update(old -> computation.get())));
        }
        return computed;
    }

    /** The value as it is now. */
    public T get() {
        return value;
    }

    /** Changes the value; nobody is told when it is equal to the old one. */
    public void set(T next) {
        update(old -> next);
    }

    /** Changes the value by {@code change}, which no other change comes between. */
    public void update(UnaryOperator<T> change) {
        synchronized (changing) {
            T next = change.apply(value);
            if (Objects.equals(next, value)) {
                return;
            }
            value = next;
        }
        listeners.forEach(Runnable::run);
    }

    /** Calls {@code listener} now and after every change, until the subscription is closed. */
    public Subscription listen(Runnable listener) {
        listeners.add(listener);
        listener.run();
        return () -> listeners.remove(listener);
    }
}
