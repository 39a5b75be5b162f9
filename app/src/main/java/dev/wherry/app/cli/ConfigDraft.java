// The copy of a configuration file that a user edits.
package dev.wherry.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.host.PrivateFiles;

/** A copy in the file's own folder. It goes when it is closed, unless somebody has typed into it and it was not used. */
final class ConfigDraft implements AutoCloseable {

    private final Path path;
    private final byte[] before;
    private boolean used;

    private ConfigDraft(Path path, byte[] before) {
        this.path = path;
        this.before = before;
    }

    /** A copy of {@code file}, which has {@code text}. */
    static ConfigDraft of(Path file, String text) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        PrivateFiles.createDirectories(folder);
        // The ending tells editors which colours to use.
        ConfigDraft draft = new ConfigDraft(Files.createTempFile(folder, "edit-", ".yaml"),
                text.getBytes(StandardCharsets.UTF_8));
        Files.write(draft.path, draft.before);
        return draft;
    }

    Path path() {
        return path;
    }

    String text() throws ConfigException {
        return new ConfigFile(path).text();
    }

    boolean isChanged() throws IOException {
        return Files.exists(path) && !Arrays.equals(Files.readAllBytes(path), before);
    }

    /** What was typed is not needed any more. */
    void use() {
        used = true;
    }

    @Override
    public void close() throws IOException {
        if (used || !isChanged()) {
            Files.deleteIfExists(path);
        }
    }
}
