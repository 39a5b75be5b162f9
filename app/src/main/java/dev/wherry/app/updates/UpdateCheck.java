// Decides when the release feed is asked, and what to make of the answer.
package dev.wherry.app.updates;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.wherry.app.model.Live;
import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.UpdateSettings;
import dev.wherry.engine.fetch.FetchException;
import dev.wherry.engine.fetch.Fetcher;
import dev.wherry.engine.fetch.Patience;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.image.ReleaseFeed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks once a day, whoever asked last, and for the first time a few minutes after it was made. After a failure it asks again in an
 * hour, then in two, and so on up to a day. Is used by one thread at a time.
 */
final class UpdateCheck {

    /** The start of the app and of the machine has the computer and its network to itself. */
    static final Duration FIRST = Duration.ofMinutes(5);
    static final Duration USUAL = Duration.ofDays(1);
    static final Duration RETRY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(UpdateCheck.class);

    private final Directories directories;
    private final UpdateRules rules;
    private final InstantSource clock;
    private final Predicate<URI> network;
    private final KnownFeed known;
    private final Instant begin;
    private final Live<UpdateView> view = new Live<>(UpdateView.UNREAD);
    private KnownFeed.@Nullable Reading own;
    private @Nullable Failure failure;

    /**
     * The last look, when it failed.
     *
     * @param pause before the next
     */
    private record Failure(URI address, Look.Failed look, Duration pause) {
    }

    /**
     * For the Wherry in {@code directories}.
     *
     * @param network whether it makes sense to ask an address now
     */
    UpdateCheck(Directories directories, UpdateRules rules, InstantSource clock, Predicate<URI> network) {
        this.directories = directories;
        this.rules = rules;
        this.clock = clock;
        this.network = network;
        this.known = KnownFeed.in(directories.data());
        this.begin = clock.instant();
    }

    /** What is known. */
    Live<UpdateView> view() {
        return view;
    }

    /** Brings the view up to date, and asks the feed if it is time. */
    void turn() throws InterruptedException {
        UpdateSettings settings;
        try {
            settings = rules.now();
        } catch (ConfigException e) {
            LOG.debug("Nobody knows whether to look for newer versions: {}", e.getMessage());
            return;
        }
        Optional<URI> address = UpdateSource.of(settings).address();
        if (address.isEmpty()) {
            view.set(new UpdateView(List.of(), settings.check() ? new Look.Nowhere() : new Look.Off()));
            return;
        }
        turn(address.get());
    }

    private void turn(URI address) throws InterruptedException {
        if (failure != null && (!failure.address.equals(address) || hasBeenReadSince(failure))) {
            failure = null;
        }
        // Shown before it asks, so that only what comes of the asking is news.
        show(address);
        if (isTime(address) && network.test(address)) {
            look(address);
            show(address);
        }
    }

    private boolean hasBeenReadSince(Failure failed) {
        return last(failed.address).filter(reading -> reading.at().isAfter(failed.look.at())).isPresent();
    }

    private void show(URI address) {
        Optional<KnownFeed.Reading> last = last(address);
        Look look = failure != null
                ? failure.look
                : last.<Look>map(reading -> new Look.Done(reading.at())).orElseGet(Look.Never::new);
        view.set(new UpdateView(last.map(reading -> Update.in(reading.feed(), directories)).orElse(List.of()), look));
    }

    // "wherry upgrade" may have asked meanwhile; where there is no folder for the file, only this process knows.
    private Optional<KnownFeed.Reading> last(URI address) {
        return Stream.concat(known.last().stream(), Stream.ofNullable(own))
                .filter(reading -> reading.address().equals(address))
                .max(Comparator.comparing(KnownFeed.Reading::at));
    }

    private boolean isTime(URI address) {
        if (!isPast(begin, FIRST)) {
            return false;
        }
        if (failure != null) {
            return isPast(failure.look.at(), failure.pause);
        }
        return last(address).map(reading -> isPast(reading.at(), USUAL)).orElse(true);
    }

    // A clock that was put back must not keep it waiting for years.
    private boolean isPast(Instant start, Duration length) {
        Instant now = clock.instant();
        return now.isBefore(start) || !now.isBefore(start.plus(length));
    }

    private void look(URI address) throws InterruptedException {
        try (Fetcher fetcher = new Fetcher(System.getenv(), Patience.USUAL)) {
            ReleaseFeed feed = ReleaseFeed.fetch(fetcher, address);
            own = new KnownFeed.Reading(clock.instant(), address, feed);
            failure = null;
            known.remember(own.at(), address, feed);
        } catch (FetchException e) {
            LOG.info("Tried to look for newer versions but failed: {}", e.getMessage());
            failure = new Failure(address, new Look.Failed(clock.instant(), e.getMessage()), nextPause());
        } catch (IOException e) {
            LOG.warn("Tried to keep what the release feed says in {} but failed", known.file(), e);
        }
    }

    private Duration nextPause() {
        if (failure == null) {
            return RETRY;
        }
        Duration longer = failure.pause.multipliedBy(2);
        return longer.compareTo(USUAL) < 0 ? longer : USUAL;
    }
}
