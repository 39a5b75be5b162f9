// Where to look for newer versions.
package dev.wherry.app.updates;

import java.net.URI;
import java.util.Optional;

import dev.wherry.engine.config.UpdateSettings;
import dev.wherry.engine.image.BuildFacts;

/**
 * The feed to ask.
 *
 * @param address its address; empty when none is to be asked
 * @param reason  why none is asked, a sentence; empty when one is
 */
public record UpdateSource(Optional<URI> address, String reason) {

    /** As the user has settled it, or else the build. */
    public static UpdateSource of(UpdateSettings settings) {
        if (!settings.check()) {
            return new UpdateSource(Optional.empty(), "Newer versions were not looked for: updates.check is off.");
        }
        String url = settings.url().orElse(BuildFacts.ofThisProgram().updatesUrl());
        return url.equals(UpdateSettings.NOWHERE)
                ? new UpdateSource(Optional.empty(),
                        "Newer versions were not looked for: updates.url names no place to look.")
                : new UpdateSource(Optional.of(URI.create(url)), "");
    }
}
