// The configuration file on disk: read whole, changed in one step, never left half written.
package dev.wherry.engine.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.host.PrivateFiles;

/** The YAML file with a machine's settings. A missing or empty file means the defaults. */
public final class ConfigFile {

    private final Path path;

    /** The configuration in the file {@code path}, which need not exist. */
    public ConfigFile(Path path) {
        this.path = path;
    }

    /** Where the file is, or would be. */
    public Path path() {
        return path;
    }

    /** Whether there is a file. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * What the file says.
     *
     * @throws ConfigException when it cannot be read, or naming file, line, key and what is allowed there
     */
    ConfigDocument read() throws ConfigException {
        return ConfigDocument.parse(path, exists() ? text() : "");
    }

    /**
     * The file's text, right or wrong.
     *
     * @throws ConfigException when it cannot be read
     */
    public String text() throws ConfigException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new ConfigException("Tried to read " + path + " but failed because it is not in UTF-8.",
                    "Save it in UTF-8, or remove it to use the defaults.");
        } catch (IOException e) {
            throw new ConfigException("Tried to read " + path + " but failed because " + e.getMessage() + ".",
                    "Make the file readable, or remove it to use the defaults.");
        }
    }

    /**
     * Makes the file from the template.
     *
     * @return false when there is one, which is left as it is
     */
    public boolean create(Defaults defaults) throws ConfigException {
        if (exists()) {
            return false;
        }
        write(ConfigTemplate.of(defaults));
        return true;
    }

    /**
     * Sets one key and leaves all else in the file as it is; a missing file is made from the template first.
     *
     * @param value as a person typed it: YAML on one line
     * @throws ConfigException when the value is not allowed, or the file is broken or cannot be written; it is left as it was
     */
    public void set(KeyPath key, String value, Defaults defaults) throws ConfigException {
        JsonNode checked = key.value(value);
        ConfigDocument document = exists() ? read() : ConfigDocument.parse(path, ConfigTemplate.of(defaults));
        write(new ConfigEdit(document).set(key, checked));
    }

    /**
     * Takes a key out of the file, so that its default holds.
     *
     * @return false when it was not set there
     * @throws ConfigException when the file is broken or cannot be written; it is left as it was
     */
    public boolean unset(KeyPath key) throws ConfigException {
        ConfigDocument document = read();
        if (document.setting(key).isEmpty()) {
            return false;
        }
        write(new ConfigEdit(document).unset(key));
        return true;
    }

    /**
     * Puts {@code text} in place of the file's.
     *
     * @throws ConfigException when it is no right configuration, or cannot be written; the file is left as it was
     */
    public void replace(String text) throws ConfigException {
        ConfigDocument.parse(path, text);
        write(text);
    }

    private void write(String text) throws ConfigException {
        try {
            PrivateFiles.update(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ConfigException("Tried to write " + path + " but failed because " + e + ".",
                    "Make the file and its folder writable for you; nothing was changed.");
        }
    }
}
