// What happens to a machine that is out of use, by its configuration of the moment.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.config.IdleSettings;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.config.Settings;
import org.jspecify.annotations.Nullable;

/** Reads the configuration again whenever it has changed; made to be asked every few seconds. */
final class IdlePatience {

    private final Path file;
    private @Nullable Known known;

    /** @param written when the file was changed last; null when there was none */
    private record Known(@Nullable FileTime written, IdleSettings settings) {
    }

    IdlePatience(Path file) {
        this.file = file;
    }

    /** After what time which of it happens; nothing ever where the configuration is broken. */
    synchronized IdleSettings settings() {
        FileTime written = written();
        Known last = known;
        if (last == null || !Objects.equals(written, last.written)) {
            last = new Known(written, read());
            known = last;
        }
        return last.settings;
    }

    private @Nullable FileTime written() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return null; // there is none, and none is needed
        }
    }

    private IdleSettings read() {
        try {
            return Settings.resolve(new ConfigFile(file).read(), Defaults.ofThisComputer(), Overrides.NONE).idle();
        } catch (ConfigException e) {
            return IdleSettings.NEVER;
        }
    }
}
