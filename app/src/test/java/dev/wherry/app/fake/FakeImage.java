// An image that is not there.
package dev.wherry.app.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An image of the fake engine.
 *
 * @param id      {@code sha256:…}
 * @param tags    names with tags; none when it is dangling
 * @param size    in bytes
 * @param created when it was built
 * @param labels  its labels
 */
record FakeImage(String id, List<String> tags, long size, Instant created, Map<String, String> labels) {

    FakeImage {
        tags = List.copyOf(tags);
        labels = Map.copyOf(labels);
    }

    static FakeImage of(String name, long size, Instant created) {
        return new FakeImage(Ids.digest(name), List.of(tagged(name)), size, created, Map.of());
    }

    /** {@code name} in its short form, with its tag, which is {@code latest} when it has none. */
    static String tagged(String name) {
        String familiar = name.replaceFirst("^docker.io/(library/)?", "");
        return familiar.lastIndexOf(':') > familiar.lastIndexOf('/') || familiar.contains("@")
                ? familiar
                : familiar + ":latest";
    }

    private static String repository(String tagged) {
        return tagged.substring(0, tagged.lastIndexOf(':'));
    }

    FakeImage with(String tag) {
        List<String> more = new ArrayList<>(tags);
        more.remove(tag);
        more.add(tag);
        return new FakeImage(id, more, size, created, labels);
    }

    FakeImage without(List<String> gone) {
        List<String> fewer = new ArrayList<>(tags);
        fewer.removeAll(gone);
        return new FakeImage(id, fewer, size, created, labels);
    }

    private List<String> digests() {
        return tags.stream().map(tag -> repository(tag) + "@" + Ids.digest("digest " + id)).distinct().toList();
    }

    /** As {@code GET /images/json} lists it. */
    ObjectNode summary(int containers, long shared) {
        return Json.object("Containers", containers, "Created", created.getEpochSecond(), "Id", id, "Labels",
                labels.isEmpty() ? null : labels,
                "ParentId", "", "RepoDigests", digests(), "RepoTags", tags, "SharedSize", shared, "Size", size);
    }

    /** As {@code GET /images/{name}/json} shows it. */
    ObjectNode inspect() {
        return Json.object("Id", id, "RepoTags", tags, "RepoDigests", digests(), "Parent", "", "Comment",
                "buildkit.dockerfile.v0", "Created", Json.time(created), "DockerVersion", "", "Author", "",
                "Config", Json.object("Hostname", "", "User", "", "ExposedPorts", Map.of("80/tcp", Map.of()),
                        "Env", List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
                        "Cmd", List.of("/bin/sh"), "WorkingDir", "", "Entrypoint", null, "Labels",
                        labels.isEmpty() ? null : labels),
                "Architecture", "amd64", "Os", "linux", "Size", size,
                "GraphDriver", Json.object("Data", Map.of(), "Name", "overlay2"),
                "RootFS", Json.object("Type", "layers", "Layers", layers()),
                "Metadata", Json.object("LastTagTime", Json.time(created)));
    }

    private List<String> layers() {
        return List.of(Ids.digest("base layer"), Ids.digest("layer of " + id));
    }

    /** As {@code GET /images/{name}/history} tells it. */
    List<ObjectNode> history() {
        return List.of(
                Json.object("Comment", "buildkit.dockerfile.v0", "Created", created.getEpochSecond(), "CreatedBy",
                        "CMD [\"/bin/sh\"]", "Id", id, "Size", 0, "Tags", tags),
                Json.object("Comment", "", "Created", created.getEpochSecond() - 60, "CreatedBy",
                        "/bin/sh -c #(nop) ADD file:" + Ids.of("rootfs").substring(0, 12) + " in / ", "Id", "<missing>",
                        "Size", size, "Tags", null));
    }
}
