// Turns QEMU's events into those of a VM, for whoever listens.
package dev.wherry.engine.hypervisor.qemu;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.wherry.engine.hypervisor.VmEvent;
import org.jspecify.annotations.Nullable;

/** Receives the events of one VM; made before the connection they come over, so that none is missed. */
final class VmEvents implements Consumer<QmpEvent> {

    private final List<Consumer<VmEvent>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable String shutdownReason;

    void add(Consumer<VmEvent> listener) {
        listeners.add(listener);
    }

    /** Why the VM shut down, in QEMU's words (for example {@code guest-shutdown}); empty while it has not. */
    Optional<String> shutdownReason() {
        return Optional.ofNullable(shutdownReason);
    }

    @Override
    public void accept(QmpEvent event) {
        if (event.name().equals("SHUTDOWN")) {
            shutdownReason = event.data().path("reason").asText("unknown");
        }
        translate(event.name()).ifPresent(known -> listeners.forEach(listener -> listener.accept(known)));
    }

    private static Optional<VmEvent> translate(String name) {
        return Optional.ofNullable(switch (name) {
            case "STOP" -> VmEvent.PAUSED;
            case "RESUME" -> VmEvent.RESUMED;
            case "RESET" -> VmEvent.RESET;
            case "SHUTDOWN" -> VmEvent.SHUTDOWN;
            case "BLOCK_IO_ERROR" -> VmEvent.DISK_ERROR;
            case "GUEST_PANICKED" -> VmEvent.CRASHED;
            default -> null;
        });
    }
}
