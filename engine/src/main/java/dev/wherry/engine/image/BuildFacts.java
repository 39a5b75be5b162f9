// What the build wrote down about this program.
package dev.wherry.engine.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What kind of program this is.
 *
 * @param release    whether it was built for others, by release CI
 * @param releaseKey Base64 of the public key that signs released guest images; empty when the build named none
 * @param updatesUrl where to look for updates unless the user names another place; {@code none} for nowhere
 */
public record BuildFacts(boolean release, String releaseKey, String updatesUrl) {

    /** Those of this program. */
    public static BuildFacts ofThisProgram() {
        Properties properties = new Properties();
        try (InputStream in = BuildFacts.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own files cannot be read", e);
        }
        // What is missing counts as a release's: it trusts the least.
        return new BuildFacts(!properties.getProperty("release", "true").equals("false"),
                properties.getProperty("release.key", ""), properties.getProperty("updates.url", "none"));
    }
}
