// A volume that is not there.
package dev.wherry.app.fake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A volume of the fake engine. */
record FakeVolume(String name, Instant created, Map<String, String> labels, FileTree files) {

    /** The label of those that got their name from the engine. */
    static final Map<String, String> ANONYMOUS = Map.of("com.docker.volume.anonymous", "");

    static FakeVolume of(String name, Instant created, Map<String, String> labels) {
        return new FakeVolume(name, created, labels, FileTree.ofVolume(name));
    }

    static String pathOf(String name) {
        return "/var/lib/docker/volumes/" + name + "/_data";
    }

    /** In bytes. */
    long size() {
        return Math.floorMod(Ids.of(name).hashCode(), 2_000_000_000);
    }

    ObjectNode json() {
        return Json.object("CreatedAt", created.truncatedTo(ChronoUnit.SECONDS).toString(), "Driver", "local",
                "Labels", labels.isEmpty() ? null : labels, "Mountpoint", pathOf(name), "Name", name, "Options", null,
                "Scope", "local");
    }
}
