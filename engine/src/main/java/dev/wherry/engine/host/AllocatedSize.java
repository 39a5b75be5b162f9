// How much of a sparse file there really is.
package dev.wherry.engine.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file takes of its disk, which for a sparse one is less than its length. */
public final class AllocatedSize {

    private static final long DEADLINE_SECONDS = 5;
    private static final Pattern KIBIBYTES = Pattern.compile("^(\\d+)\\s");

    private AllocatedSize() {
    }

    /** The size in bytes; empty where the system does not tell, or there is no such file. */
    public static OptionalLong of(Path file) throws InterruptedException {
        try {
            // Java does not know a file's blocks; du(1) is POSIX.
            Process du = new ProcessBuilder("du", "-k", "--", file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!du.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                du.destroyForcibly();
                return OptionalLong.empty();
            }
            Matcher said = KIBIBYTES.matcher(new String(du.getInputStream().readAllBytes(), US_ASCII));
            return said.find() ? OptionalLong.of(Long.parseLong(said.group(1)) * 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // no du, as on Windows
        }
    }
}
