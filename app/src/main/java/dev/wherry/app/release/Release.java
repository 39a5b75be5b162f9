// Which Wherry this is.
package dev.wherry.app.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Properties;

/** The program's version, as the build wrote it down. */
public final class Release {

    private Release() {
    }

    /** The version's number, such as {@code 1.2.0}. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream in = Release.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own files cannot be read", e);
        }
        return properties.getProperty("version", "of unknown version");
    }

    /** Whether {@code offered} is the number of a newer version; false for what is no number, which cannot be compared. */
    public static boolean isOlderThan(String offered) {
        try {
            return Version.parse(offered).compareTo(Version.parse(number())) > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
