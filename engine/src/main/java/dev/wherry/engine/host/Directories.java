// Where Wherry keeps its things on each operating system.
package dev.wherry.engine.host;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Wherry's folders. {@code WHERRY_HOME} moves all of them under one folder, for portable use and for tests.
 *
 * @param config  what the user writes
 * @param data    disks, keys and guest images
 * @param logs    log files
 * @param runtime sockets and locks, which a reboot may wipe
 */
public record Directories(Path config, Path data, Path logs, Path runtime) {

    /** The folders of the user who runs this process. */
    public static Directories ofCurrentUser() {
        return of(Platform.current().os(), System.getenv(), homeOfCurrentUser());
    }

    /** The home folder of the user who runs this process. */
    public static Path homeOfCurrentUser() {
        return home(System.getenv("HOME"), System.getProperty("user.home"));
    }

    // The JDK takes the home folder from the user database; whoever sets HOME means HOME, as with every other program.
    static Path home(@Nullable String variable, String property) {
        Path named = absolute(variable);
        return named == null ? Path.of(property) : named;
    }

    static Directories of(Platform.Os os, Map<String, String> environment, Path home) {
        Path moved = absolute(environment.get("WHERRY_HOME"));
        if (moved != null) {
            return new Directories(moved.resolve("config"), moved.resolve("data"), moved.resolve("logs"),
                    moved.resolve("run"));
        }
        return switch (os) {
            case MAC -> {
                Path support = home.resolve("Library/Application Support/Wherry");
                yield new Directories(support, support, home.resolve("Library/Logs/Wherry"), home.resolve(".wherry"));
            }
            case WINDOWS -> {
                Path local = or(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local")).resolve("Wherry");
                Path roaming = or(environment.get("APPDATA"), home.resolve("AppData/Roaming")).resolve("Wherry");
                yield new Directories(roaming, local, local.resolve("logs"), local.resolve("run"));
            }
            case LINUX -> new Directories(
                    or(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("wherry"),
                    or(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")).resolve("wherry"),
                    or(environment.get("XDG_STATE_HOME"), home.resolve(".local/state")).resolve("wherry"),
                    // Without a login session there is no runtime folder; macOS' place serves then.
                    environment.containsKey("XDG_RUNTIME_DIR")
                            ? or(environment.get("XDG_RUNTIME_DIR"), home).resolve("wherry")
                            : home.resolve(".wherry"));
        };
    }

    // The XDG base directory specification has relative paths ignored; the other systems never set any.
    private static Path or(@Nullable String value, Path otherwise) {
        Path path = absolute(value);
        return path == null ? otherwise : path;
    }

    private static @Nullable Path absolute(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Path path = Path.of(value);
        return path.isAbsolute() ? path : null;
    }
}
