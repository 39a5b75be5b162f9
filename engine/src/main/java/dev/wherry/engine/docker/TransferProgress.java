// How far a pull or a push has come.
package dev.wherry.engine.docker;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The layers of an image on their way, and the engine's latest remark on the whole ({@code POST /images/create} and
 * {@code /images/{name}/push}).
 *
 * @param layers in the order in which the engine spoke of them
 * @param remark such as {@code Digest: sha256:…}; empty at first
 */
public record TransferProgress(List<Layer> layers, String remark) {

    /**
     * One layer.
     *
     * @param id      twelve digits of it
     * @param status  in the engine's words: {@code Downloading}, {@code Extracting}, {@code Pull complete}, …
     * @param current bytes of this step that are done; 0 when the engine does not say
     * @param total   bytes of this step; 0 when the engine does not say
     */
    public record Layer(String id, String status, long current, long total) {

        /** Whether nothing is left to do for it. */
        public boolean done() {
            return switch (status) {
                case "Pull complete", "Already exists", "Pushed", "Layer already exists" -> true;
                default -> status.startsWith("Mounted from");
            };
        }

        /** How much is done, from 0 to 1, all steps together. */
        public double fraction() {
            double step = total > 0 ? Math.min(1, (double) current / total) : 0;
            return done() ? 1 : switch (status) {
                case "Downloading" -> DOWNLOAD * step;
                case "Verifying Checksum", "Download complete" -> DOWNLOAD;
                case "Extracting" -> DOWNLOAD + (1 - DOWNLOAD) * step;
                case "Pushing" -> step;
                default -> 0;
            };
        }
    }

    /** Fetching takes most of a pull's time, unpacking the rest. */
    private static final double DOWNLOAD = 0.8;

    /** Nothing has been heard yet. */
    static final TransferProgress NONE = new TransferProgress(List.of(), "");

    public TransferProgress {
        layers = List.copyOf(layers);
    }

    /** How much is done, from 0 to 1, all layers counting the same; -1 while no layer is known. */
    public double fraction() {
        return layers.stream().mapToDouble(Layer::fraction).average().orElse(-1);
    }

    /** This with one message of the engine more. */
    TransferProgress after(JsonNode message) {
        String id = message.path("id").asText();
        String status = message.path("status").asText();
        if (!id.matches("[0-9a-f]{12}")) { // the id of a pull's first message is the tag
            return status.isEmpty() ? this : new TransferProgress(layers, id.isEmpty() ? status : id + ": " + status);
        }
        JsonNode detail = message.path("progressDetail");
        Layer layer = new Layer(id, status, detail.path("current").asLong(),
                Math.max(0, detail.path("total").asLong()));
        List<Layer> all = new ArrayList<>(layers);
        int known = indexOf(id);
        if (known < 0) {
            all.add(layer);
        } else {
            all.set(known, layer);
        }
        return new TransferProgress(all, remark);
    }

    private int indexOf(String id) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).id.equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
