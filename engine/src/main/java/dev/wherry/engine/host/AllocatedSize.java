// How much of a sparse file there really is.
package dev.wherry.engine.host;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file takes of its disk, which for a sparse one is less than its length. */
public final class AllocatedSize {

    private static final Pattern KIBIBYTES = Pattern.compile("^(\\d+)\\s");

    private AllocatedSize() {
    }

    /** The size in bytes; empty where the system does not tell, as Windows, or there is no such file. */
    public static OptionalLong of(Path file) throws InterruptedException {
        // Java does not know a file's blocks; du(1) is POSIX.
        Matcher said = KIBIBYTES.matcher(ToolOutput.of(List.of("du", "-k", "--", file.toString())).orElse(""));
        return said.find() ? OptionalLong.of(Long.parseLong(said.group(1)) * 1024) : OptionalLong.empty();
    }
}
