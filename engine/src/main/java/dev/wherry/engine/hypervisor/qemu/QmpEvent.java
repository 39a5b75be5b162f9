// Something that QEMU tells unasked.
package dev.wherry.engine.hypervisor.qemu;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An asynchronous message of QMP.
 *
 * @param name for example {@code SHUTDOWN}; the names are listed in QEMU's QMP reference manual
 * @param data its members; a missing node when it has none
 */
record QmpEvent(String name, JsonNode data) {
}
