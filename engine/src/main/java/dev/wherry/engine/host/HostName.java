// What this computer is called.
package dev.wherry.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The host's own name, found without asking the network. */
public final class HostName {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {
    }

    /** The name; empty when nothing tells it. */
    public static Optional<String> of(Map<String, String> environment) {
        try {
            if (Files.isReadable(LINUX)) {
                return Optional.of(Files.readString(LINUX).strip());
            }
        } catch (IOException e) {
            // The environment may know.
        }
        return Stream.of("COMPUTERNAME", "HOSTNAME", "HOST").map(environment::get)
                .filter(name -> name != null && !name.isBlank()).findFirst();
    }
}
