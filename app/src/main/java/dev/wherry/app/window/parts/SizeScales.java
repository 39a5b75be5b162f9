// What sliders for the machine's size run over.
package dev.wherry.app.window.parts;

import java.util.Optional;

import dev.wherry.app.settings.HostLimits;
import dev.wherry.app.window.parts.SliderField.Scale;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.DataSize;

/** The scales of those settings that the computer sets bounds to. */
public final class SizeScales {

    private static final DataSize MEMORY_STEP = DataSize.ofMiB(256);
    private static final DataSize DISK_STEP = DataSize.ofGiB(4);

    private SizeScales() {
    }

    /** The scale of {@code key}; empty for a setting that this computer sets no bounds to. */
    public static Optional<Scale> of(ConfigKey key, HostLimits limits) {
        return switch (key) {
            case CPUS -> Optional.of(Scale.whole(1, limits.cpus()));
            case MEMORY -> Optional.of(Scale.sizes(limits.leastMemory(), limits.mostMemory(), MEMORY_STEP));
            case DISK -> Optional.of(Scale.sizes(limits.leastDisk(), limits.mostDisk(), DISK_STEP));
            case ACCELERATOR, STAGE_TIMEOUT, ENGINE, SHARES, PORTS, PROXY, HOST, IDLE, UPDATES -> Optional.empty();
        };
    }
}
