// What "docker system df" prints.
package dev.wherry.engine.docker;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What takes room on the data disk ({@code GET /system/df}).
 *
 * @param images         all images; their size counts shared layers once
 * @param danglingImages what removing the images without a name would free, in bytes
 * @param containers     what containers have written, outside of volumes
 * @param volumes        all volumes
 * @param buildCache     what builds have left to be quicker the next time
 */
public record DiskUsage(Usage images, long danglingImages, Usage containers, Usage volumes, Usage buildCache) {

    /**
     * The room that one kind takes.
     *
     * @param count       how many there are
     * @param active      how many of them are in use
     * @param size        of all, in bytes
     * @param reclaimable what removing those that are not in use would free, in bytes
     */
    public record Usage(int count, int active, long size, long reclaimable) {
    }

    private static final Set<String> LIVE = Set.of("running", "paused", "restarting");

    /** All of it, in bytes. */
    public long size() {
        return images.size + containers.size + volumes.size + buildCache.size;
    }

    static DiskUsage from(JsonNode json) {
        List<JsonNode> images = JsonValues.elements(json.path("Images")).toList();
        Usage containers = usage(json.path("Containers"), container -> container.path("SizeRw").asLong(),
                container -> LIVE.contains(container.path("State").asText()));
        Usage volumes = usage(json.path("Volumes"), volume -> volume.path("UsageData").path("Size").asLong(),
                volume -> volume.path("UsageData").path("RefCount").asLong() > 0);
        Usage cache = usage(json.path("BuildCache"),
                entry -> entry.path("Shared").asBoolean() ? 0 : entry.path("Size").asLong(),
                entry -> entry.path("InUse").asBoolean());
        return new DiskUsage(images(images, json.path("LayersSize").asLong()), dangling(images), containers, volumes,
                cache);
    }

    private static Usage usage(JsonNode things, ToLongFunction<JsonNode> size, Predicate<JsonNode> active) {
        List<JsonNode> all = JsonValues.elements(things).toList();
        ToLongFunction<JsonNode> known = thing -> Math.max(0, size.applyAsLong(thing)); // -1: not counted
        return new Usage(all.size(), (int) all.stream().filter(active).count(), all.stream().mapToLong(known).sum(),
                all.stream().filter(active.negate()).mapToLong(known).sum());
    }

    // As docker estimates it: what an image in use has to itself stays, and so, wrongly, does not what it shares.
    private static Usage images(List<JsonNode> images, long layers) {
        List<JsonNode> used = images.stream().filter(DiskUsage::used).toList();
        return new Usage(images.size(), used.size(), layers,
                Math.max(0, layers - used.stream().mapToLong(DiskUsage::own).sum()));
    }

    private static long dangling(List<JsonNode> images) {
        return images.stream().filter(image -> !used(image) && ImageSummary.from(image).tags().isEmpty())
                .mapToLong(DiskUsage::own).sum();
    }

    private static boolean used(JsonNode image) {
        return image.path("Containers").asLong() > 0;
    }

    private static long own(JsonNode image) {
        return Math.max(0, image.path("Size").asLong() - Math.max(0, image.path("SharedSize").asLong()));
    }
}
