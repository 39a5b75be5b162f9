// Reads the configuration file, and says exactly where it is wrong.
package dev.wherry.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The YAML file with a machine's settings. A missing or empty file means the defaults; the file is never written here. */
public final class ConfigFile {

    private static final JsonMapper YAML = new JsonMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

    private final Path file;

    /** The configuration in {@code file}. */
    public ConfigFile(Path file) {
        this.file = file;
    }

    /**
     * The settings in the file over {@code defaults}.
     *
     * @throws ConfigException naming file, line, key and what is allowed there
     */
    public MachineConfig read(MachineConfig defaults) throws ConfigException {
        if (!Files.exists(file)) {
            return defaults;
        }
        try (JsonParser parser = YAML.createParser(Files.readString(file))) {
            JsonToken start = parser.nextToken();
            if (start == null || start == JsonToken.VALUE_NULL) {
                return defaults;
            }
            if (start != JsonToken.START_OBJECT) {
                throw wrong(parser, "the file should hold lines of the form \"key: value\"");
            }
            MachineConfig config = defaults;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                config = readKey(parser, config);
            }
            return config;
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof MarkedYAMLException yaml
                    ? noYaml(yaml)
                    : wrong(e.getLocation().getLineNr(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new ConfigException("Tried to read " + file + " but failed because " + e.getMessage(),
                    "Make the file readable, or remove it to use the defaults.");
        }
    }

    private MachineConfig readKey(JsonParser parser, MachineConfig config) throws IOException, ConfigException {
        String name = parser.currentName();
        int line = parser.currentTokenLocation().getLineNr();
        ConfigKey key = ConfigKey.of(name).orElseThrow(
                () -> wrong(line, "there is no key \"" + name + "\"; the keys are " + Stream.of(ConfigKey.values())
                        .map(ConfigKey::key).collect(Collectors.joining(", "))));
        parser.nextToken();
        JsonNode value = YAML.readTree(parser);
        try {
            return key.apply(config, value);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(line, "\"" + name + "\" cannot be " + value + "; it takes " + key.allowed());
        }
    }

    // The place where the construct began helps more than the one where its end was missed.
    private ConfigException noYaml(MarkedYAMLException e) {
        Mark mark = e.getContextMark() == null ? e.getProblemMark() : e.getContextMark();
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        return wrong(mark.getLine() + 1, context + e.getProblem().strip());
    }

    private ConfigException wrong(JsonParser parser, String what) {
        return wrong(parser.currentTokenLocation().getLineNr(), what);
    }

    private ConfigException wrong(int line, String what) {
        return new ConfigException(file + ", line " + line + ": " + what + ".",
                "Correct that line; the file was left as it is.");
    }
}
