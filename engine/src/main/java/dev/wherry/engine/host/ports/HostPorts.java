// The ports of this computer.
package dev.wherry.engine.host.ports;

import java.nio.file.Path;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.PortHolder;
import dev.wherry.engine.host.linux.ProcPortHolder;
import dev.wherry.engine.host.mac.LsofPortHolder;
import dev.wherry.engine.host.windows.NetstatPortHolder;

/** Finds each system's way. */
public final class HostPorts {

    private HostPorts() {
    }

    /** Looks on this computer. */
    public static PortHolder ofHost() {
        return of(Platform.current().os());
    }

    static PortHolder of(Platform.Os os) {
        return switch (os) {
            case LINUX -> new ProcPortHolder(Path.of("/proc"));
            case MAC -> new LsofPortHolder();
            case WINDOWS -> new NetstatPortHolder();
        };
    }
}
