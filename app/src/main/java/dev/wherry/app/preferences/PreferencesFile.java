// The preferences on disk.
package dev.wherry.app.preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wherry.app.model.Live;
import dev.wherry.engine.host.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the preferences once and writes them at every change. Without a usable file they are the defaults: nothing in them is
 * worth keeping the app from starting.
 */
public final class PreferencesFile {

    private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Live<Preferences> preferences;

    /** The preferences in {@code file}, which need not exist. */
    public PreferencesFile(Path file) {
        this.file = file;
        this.preferences = new Live<>(read(file));
    }

    private static Preferences read(Path file) {
        if (!Files.exists(file)) {
            return Preferences.DEFAULTS;
        }
        try {
            // What the file does not say stays as it is by default.
            JsonNode merged = JSON.readerForUpdating(JSON.valueToTree(Preferences.DEFAULTS)).readTree(
                    Files.readString(file));
            return JSON.treeToValue(merged, Preferences.class);
        } catch (IOException e) {
            LOG.warn("Tried to read {} but failed; the defaults hold until something is chosen anew", file, e);
            return Preferences.DEFAULTS;
        }
    }

    /** The preferences as they are now. */
    public Live<Preferences> preferences() {
        return preferences;
    }

    /**
     * Changes the preferences.
     *
     * @throws IOException when they cannot be written; they hold until the app ends all the same
     */
    public synchronized void change(UnaryOperator<Preferences> change) throws IOException {
        preferences.update(change);
        PrivateFiles.update(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(preferences.get()));
    }
}
