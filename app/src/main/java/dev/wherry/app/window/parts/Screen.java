// The way of values onto the screen.
package dev.wherry.app.window.parts;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;

/** Shows values that change on any thread. */
public final class Screen {

    private Screen() {
    }

    /**
     * Calls {@code view} with the value, now if this is the FX thread, and soon after every change. Changes that come faster than
     * the FX thread can show them are skipped; the last one never is.
     */
    public static <T> Subscription show(Live<T> live, Consumer<T> view) {
        AtomicBoolean closed = new AtomicBoolean();
        AtomicBoolean due = new AtomicBoolean();
        Runnable render = () -> {
            due.set(false);
            if (!closed.get()) {
                view.accept(live.get());
            }
        };
        Subscription subscription = live.listen(() -> {
            if (Platform.isFxApplicationThread()) {
                render.run();
            } else if (due.compareAndSet(false, true)) {
                Platform.runLater(render);
            }
        });
        return () -> {
            closed.set(true);
            subscription.close();
        };
    }
}
