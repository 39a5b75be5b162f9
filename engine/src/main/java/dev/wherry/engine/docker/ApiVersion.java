// Versions of the Engine API and the agreement on one of them.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Comparator;

/** A version of the Engine API, such as 1.45. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** The oldest that Wherry works with: Docker 20.10. */
    public static final ApiVersion OLDEST = new ApiVersion(1, 41);

    /** The newest whose changes Wherry knows: Docker 27. A newer engine is spoken to in this one. */
    public static final ApiVersion NEWEST = new ApiVersion(1, 47);

    /** @throws ProtocolException when {@code text} is not two numbers and a dot */
    static ApiVersion parse(String text) throws ProtocolException {
        if (!text.matches("\\d{1,4}\\.\\d{1,4}")) {
            throw new ProtocolException("The engine names its API version as \"" + text + "\", which is not a version");
        }
        int dot = text.indexOf('.');
        return new ApiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /**
     * The version to speak with an engine whose newest is {@code offered}.
     *
     * @throws IOException when that engine is too old
     */
    static ApiVersion agreedWith(ApiVersion offered) throws IOException {
        if (offered.compareTo(OLDEST) < 0) {
            throw new IOException("The engine speaks API version " + offered + "; Wherry needs at least " + OLDEST
                    + " (Docker 20.10). Upgrade the engine in the guest");
        }
        return offered.compareTo(NEWEST) < 0 ? offered : NEWEST;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor).compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
