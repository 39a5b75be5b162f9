// Where a path of the host is found in the guest.
package dev.wherry.engine.share;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of shared folders: the same in the guest as on the host, but for Windows. */
public final class GuestPath {

    private static final Pattern DRIVE = Pattern.compile("(?:\\\\\\\\\\?\\\\)?([A-Za-z]):[\\\\/](.*)", Pattern.DOTALL);

    private GuestPath() {
    }

    /** The place in the guest of {@code path}, which is absolute. */
    public static String of(Path path) {
        String text = path.toAbsolutePath().normalize().toString();
        return ofWindows(text).orElse(text);
    }

    /**
     * The place of a path that begins with a drive, as Docker Desktop and Git's shell write it: {@code C:\Users\me} is
     * {@code /c/Users/me}; empty for any other text.
     */
    public static Optional<String> ofWindows(String path) {
        Matcher matcher = DRIVE.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String below = matcher.group(2).replace('\\', '/');
        String place = "/" + matcher.group(1).toLowerCase(Locale.ROOT) + "/" + below;
        return Optional.of(place.length() > 1 && place.endsWith("/") ? place.substring(0, place.length() - 1) : place);
    }
}
