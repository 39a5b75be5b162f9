// What holds where the user has chosen nothing.
package dev.wherry.engine.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wherry.engine.host.HostMemory;

/**
 * The defaults for a computer: enough for everyday work, and most of the computer left to everything else.
 *
 * @param hostCpus   processors of the host
 * @param hostMemory memory of the host
 */
public record Defaults(int hostCpus, DataSize hostMemory) {

    /** Those of the computer that this runs on. */
    public static Defaults ofThisComputer() {
        return new Defaults(Runtime.getRuntime().availableProcessors(), new DataSize(HostMemory.total()));
    }

    /** The default of {@code key}. */
    public JsonNode value(ConfigKey key) {
        return switch (key) {
            case CPUS -> IntNode.valueOf(Math.clamp(hostCpus, 1, 4));
            case MEMORY -> TextNode.valueOf(memory().toString());
            case DISK -> TextNode.valueOf("64GiB");
            case ACCELERATOR -> TextNode.valueOf("auto");
            case STAGE_TIMEOUT -> IntNode.valueOf(120);
            case ENGINE, SHARES, PORTS, PROXY, HOST, IDLE, UPDATES -> JsonNodeFactory.instance.objectNode();
        };
    }

    private DataSize memory() {
        long quarter = Math.clamp(hostMemory.bytes() / 4, DataSize.ofGiB(1).bytes(), DataSize.ofGiB(4).bytes());
        return DataSize.ofMiB(quarter >> 20);
    }
}
