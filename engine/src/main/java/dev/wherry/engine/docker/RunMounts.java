// A container's mounts as options of "docker run".
package dev.wherry.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes the {@code -v}, {@code --mount} and {@code --tmpfs} of a container. */
final class RunMounts {

    private RunMounts() {
    }

    /**
     * The options.
     *
     * @param host         the container's {@code HostConfig}
     * @param volumes      the container's {@code Config.Volumes}: paths with a volume each
     * @param imageVolumes those that its image asks for already
     */
    static List<String> of(JsonNode host, JsonNode volumes, JsonNode imageVolumes) {
        List<String> words = new ArrayList<>();
        JsonValues.strings(host.path("Binds")).forEach(bind -> words.addAll(List.of("-v", bind)));
        JsonValues.names(volumes).stream().filter(path -> !imageVolumes.has(path))
                .forEach(path -> words.addAll(List.of("-v", path)));
        JsonValues.elements(host.path("Mounts")).forEach(mount -> words.addAll(List.of("--mount", mount(mount))));
        JsonValues.texts(host.path("Tmpfs")).forEach((path, options) -> words
                .addAll(List.of("--tmpfs", options.isEmpty() ? path : path + ":" + options)));
        JsonValues.strings(host.path("VolumesFrom")).forEach(from -> words.addAll(List.of("--volumes-from", from)));
        return words;
    }

    private static String mount(JsonNode mount) {
        String source = mount.path("Source").asText();
        return Stream.of("type=" + mount.path("Type").asText(), source.isEmpty() ? "" : "source=" + source,
                "target=" + mount.path("Target").asText(), mount.path("ReadOnly").asBoolean() ? "readonly" : "")
                .filter(field -> !field.isEmpty()).map(RunMounts::field).collect(Collectors.joining(","));
    }

    // The option's value is a line of CSV (RFC 4180).
    private static String field(String field) {
        return field.contains(",") || field.contains("\"") ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }
}
