// Whether a program will be where it is now when the user logs in again.
package dev.wherry.engine.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells places where programs are installed from those where they are only tried out. */
public final class ProgramPlace {

    private static final Path VOLUMES = Path.of("/Volumes");
    /** macOS runs a downloaded app from a folder like this, made for this one run, until somebody has moved it. */
    private static final Path TRANSLOCATED = Path.of("AppTranslocation");

    private final Platform.Os os;
    private final List<Path> temporary;

    /** The places of this computer. */
    public static ProgramPlace ofHost() {
        return new ProgramPlace(Platform.current().os(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    ProgramPlace(Platform.Os os, Path temporary) {
        this.os = os;
        this.temporary = os == Platform.Os.WINDOWS
                ? List.of(temporary)
                : Stream.of(temporary, Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/private/tmp"),
                        Path.of("/private/var/tmp")).distinct().toList();
    }

    /** Why {@code program} is not to be relied on to stay, with what to do about it, in a sentence; empty when it is. */
    public Optional<String> obstacle(Path program) {
        Path place = program.toAbsolutePath().normalize();
        if (os == Platform.Os.MAC && Stream.iterate(place, Objects::nonNull, Path::getParent)
                .anyMatch(path -> TRANSLOCATED.equals(path.getFileName()))) {
            return Optional.of("macOS runs Wherry from a passing copy; quit it, move it to Applications in the Finder,"
                    + " and open it there.");
        }
        if (os == Platform.Os.MAC && place.startsWith(VOLUMES)) {
            return Optional.of("Wherry runs from a disk that need not be there at login; move it to Applications, and"
                    + " open it there.");
        }
        return temporary.stream().anyMatch(place::startsWith)
                ? Optional.of("Wherry runs from a folder for temporary files; install it first.")
                : Optional.empty();
    }
}
