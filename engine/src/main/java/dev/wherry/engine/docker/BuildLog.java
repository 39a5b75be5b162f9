// What the classic builder says, as lines.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes lines of a build's messages, and remembers the image's id. */
final class BuildLog implements Consumer<JsonNode> {

    private final LineBuffer lines;
    private final Consumer<String> log;
    private String imageId = "";

    BuildLog(Consumer<String> log) {
        this.log = log;
        this.lines = new LineBuffer(log);
    }

    @Override
    public void accept(JsonNode message) {
        byte[] said = message.path("stream").asText().getBytes(UTF_8);
        lines.add(said, 0, said.length);
        imageId = message.path("aux").path("ID").asText(imageId);
        String status = message.path("status").asText();
        // Of a base image on its way, the steps are told and not the bytes.
        if (!status.isEmpty() && message.path("progressDetail").path("current").isMissingNode()) {
            String id = message.path("id").asText();
            log.accept(id.isEmpty() ? status : id + ": " + status);
        }
    }

    /** {@code sha256:…} of what was built. */
    String imageId() {
        lines.finish();
        return imageId;
    }
}
