// What the engine says of the machine that it runs on.
package dev.wherry.engine.docker;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The engine and its surroundings ({@code GET /info}).
 *
 * @param version of the engine
 * @param running containers that run, the paused ones not among them
 * @param paused  containers that are paused
 * @param stopped containers that do neither
 * @param images  container images, the intermediate ones too
 * @param driver  storage driver, such as {@code overlay2}
 * @param runtime what runs containers unless they ask for another: {@code crun}
 * @param kernel  the guest's kernel release
 * @param system  the guest's operating system, in words
 * @param cpus    the guest's processors
 * @param memory  the guest's memory in bytes
 * @param warnings what the engine complains of
 */
public record EngineInfo(String version, int running, int paused, int stopped, int images, String driver,
        String runtime, String kernel, String system, int cpus, long memory, List<String> warnings) {

    public EngineInfo {
        warnings = List.copyOf(warnings);
    }

    static EngineInfo from(JsonNode json) {
        return new EngineInfo(json.path("ServerVersion").asText(), json.path("ContainersRunning").asInt(),
                json.path("ContainersPaused").asInt(), json.path("ContainersStopped").asInt(),
                json.path("Images").asInt(), json.path("Driver").asText(), json.path("DefaultRuntime").asText(),
                json.path("KernelVersion").asText(), json.path("OperatingSystem").asText(), json.path("NCPU").asInt(),
                json.path("MemTotal").asLong(), JsonValues.strings(json.path("Warnings")).toList());
    }
}
