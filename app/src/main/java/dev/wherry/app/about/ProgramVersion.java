// Which Wherry this is.
package dev.wherry.app.about;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The program's version, as the build wrote it down. */
public final class ProgramVersion {

    private ProgramVersion() {
    }

    /** The version's number, such as 1.2.0. */
    public static String number() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ProgramVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        }
        return properties.getProperty("version", "of unknown version");
    }

    /** The program with its version. */
    public static String line() throws IOException {
        return "wherry " + number();
    }
}
