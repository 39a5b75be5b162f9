// The newest version of Wherry that was heard of.
package dev.wherry.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.app.release.Release;
import dev.wherry.engine.host.PrivateFiles;
import dev.wherry.engine.image.ReleaseFeed;
import org.jspecify.annotations.Nullable;

/** Keeps what the release feed last said of the program, so that others can tell of it without asking the network. */
record KnownRelease(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is known in the folder {@code data}. */
    static KnownRelease in(Path data) {
        return new KnownRelease(data.resolve("newest-program.json"));
    }

    /** Notes what a feed says; null for nothing. */
    void remember(ReleaseFeed.@Nullable Program program) throws IOException {
        if (program == null) {
            Files.deleteIfExists(file);
        } else if (Files.isDirectory(file.resolveSibling("."))) {
            PrivateFiles.write(file, JSON.writeValueAsBytes(program));
        }
    }

    /** The version that is newer than this program; empty when none is known. */
    Optional<ReleaseFeed.Program> newer() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), ReleaseFeed.Program.class))
                            .filter(program -> UpgradeReport.isNewer(program.version(), Release.number()))
                    : Optional.empty();
        } catch (IOException e) {
            // A file that is damaged says nothing; the next look at the feed replaces it.
            return Optional.empty();
        }
    }
}
