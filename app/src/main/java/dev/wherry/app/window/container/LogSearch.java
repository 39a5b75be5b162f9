// Looks for a text in a log that grows.
package dev.wherry.app.window.container;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One search, on a thread of its own until it is closed. */
final class LogSearch implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(LogSearch.class);

    private final String text;
    private final Pattern pattern;
    private final Live<LogLines> lines;
    private final Live<LogMatches> matches;
    private final Semaphore fresh = new Semaphore(0);
    private final Subscription subscription;
    private final Thread thread;
    private volatile boolean closed;

    LogSearch(String text, Live<LogLines> lines, Live<LogMatches> matches) {
        this.text = text;
        this.pattern = pattern(text);
        this.lines = lines;
        this.matches = matches;
        this.subscription = lines.listen(fresh::release);
        this.thread = Thread.ofVirtual().name("log-search").start(this::run);
    }

    /** What finds {@code text} in upper or lower case. */
    static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void run() {
        List<Long> found = new ArrayList<>();
        long searched = 0;
        try {
            while (true) {
                fresh.acquire();
                fresh.drainPermits();
                LogLines now = lines.get();
                found.removeIf(number -> number < now.first());
                for (long number = Math.max(searched, now.first()); number < now.end(); number++) {
                    if (pattern.matcher(now.at(number).text().plain()).find()) {
                        found.add(number);
                    }
                }
                searched = now.end();
                matches.update(old -> closed ? old : new LogMatches(text, found, old.current()));
            }
        } catch (InterruptedException e) {
            LOG.debug("The search has ended");
        }
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
        thread.interrupt();
    }
}
