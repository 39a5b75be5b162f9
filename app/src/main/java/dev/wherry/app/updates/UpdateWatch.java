// Looks for newer versions while the app runs.
package dev.wherry.app.updates;

import java.time.Duration;
import java.time.InstantSource;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.engine.host.Directories;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes once a minute and nearly always finds that there is nothing to ask: so an upgrade that was made takes its announcement
 * away soon, and the hours that a computer sleeps count.
 */
public final class UpdateWatch implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateWatch.class);
    private static final Duration PACE = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(2);

    private final UpdateCheck check;
    private @Nullable Thread thread; // guarded by this

    /** For the Wherry in {@code directories}; it looks at nothing until it is started. */
    public UpdateWatch(Directories directories, UpdateRules rules) {
        this.check = new UpdateCheck(directories, rules, InstantSource.system(), Network::mayReach);
    }

    /** What is known. */
    Live<UpdateView> view() {
        return check.view();
    }

    /** Begins to look, in the background; once. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("update-watch").start(this::run);
        }
    }

    private void run() {
        try {
            while (true) {
                check.turn();
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            LOG.debug("Newer versions are looked for no longer");
        }
    }

    @Override
    public synchronized void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(END)) {
                LOG.warn("The look for newer versions did not end within {} s", END.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
