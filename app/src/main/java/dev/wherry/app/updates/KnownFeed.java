// What the release feed said last.
package dev.wherry.app.updates;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.app.release.Release;
import dev.wherry.engine.host.PrivateFiles;
import dev.wherry.engine.image.ReleaseFeed;

/**
 * Keeps the release feed as it was last read, so that it can be told of without asking the network, and asked no more often than
 * need be.
 *
 * @param file need not exist
 */
public record KnownFeed(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A feed that was read.
     *
     * @param at      when
     * @param address where
     */
    record Reading(Instant at, URI address, ReleaseFeed feed) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Stored(String at, String address, ReleaseFeed feed) {
        private Stored {
            Objects.requireNonNull(at);
            Objects.requireNonNull(address);
            Objects.requireNonNull(feed);
        }
    }

    /** What is known in the folder {@code data}. */
    public static KnownFeed in(Path data) {
        return new KnownFeed(data.resolve("release-feed.json"));
    }

    /**
     * Notes what the feed at {@code address} says. Where Wherry keeps no data yet, nothing is made for that alone.
     *
     * @throws IOException when the file cannot be written
     */
    public void remember(Instant at, URI address, ReleaseFeed feed) throws IOException {
        if (Files.isDirectory(file.resolveSibling("."))) {
            PrivateFiles.write(file, JSON.writeValueAsBytes(new Stored(at.toString(), address.toString(), feed)));
        }
    }

    /** What was read last; empty when nothing is known. */
    Optional<Reading> last() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Stored stored = JSON.readValue(Files.readAllBytes(file), Stored.class);
            return Optional.of(new Reading(Instant.parse(stored.at), URI.create(stored.address), stored.feed));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            // A file that is damaged says nothing; the next look at the feed replaces it.
            return Optional.empty();
        }
    }

    /** The version that is newer than this program; empty when none is known. */
    public Optional<ReleaseFeed.Program> newerProgram() {
        return last().map(reading -> reading.feed.program())
                .filter(program -> Release.isOlderThan(program.version()));
    }
}
