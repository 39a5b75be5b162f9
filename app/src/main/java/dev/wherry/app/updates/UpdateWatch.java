// Looks for newer versions while the app runs.
package dev.wherry.app.updates;

import java.time.Duration;
import java.time.InstantSource;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.worker.Worker;
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

    private final UpdateCheck check;
    private @Nullable Worker worker; // guarded by this

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
        if (worker == null) {
            worker = Worker.start("update-watch", this::run);
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
        if (worker != null) {
            worker.close();
        }
    }
}
