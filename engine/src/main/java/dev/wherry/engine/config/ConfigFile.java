// The configuration file on disk: read whole, changed in one step, never left half written.
package dev.wherry.engine.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
    public ConfigDocument read() throws ConfigException {
        return parse(exists() ? text() : "");
    }

    /** The file's text, right or wrong, to be changed: where there is none, the template. */
    public String textOrTemplate(Defaults defaults) throws ConfigException {
        return exists() ? text() : ConfigTemplate.of(defaults);
    }

    /**
     * What {@code text} would say, were it in the file.
     *
     * @throws ConfigException naming file, line, key and what is allowed there
     */
    public ConfigDocument parse(String text) throws ConfigException {
        return ConfigDocument.parse(path, text);
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
     * Puts {@code document} in place of what is there, in one step; links are followed and permissions kept.
     *
     * @throws ConfigException when it cannot be written; the file is left as it was
     */
    public void write(ConfigDocument document) throws ConfigException {
        try {
            PrivateFiles.update(path, document.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ConfigException("Tried to write " + path + " but failed because " + e + ".",
                    "Make the file and its folder writable for you; nothing was changed.");
        }
    }
}
