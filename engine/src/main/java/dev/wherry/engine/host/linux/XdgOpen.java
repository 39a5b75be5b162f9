// Opening pages and folders on Linux.
package dev.wherry.engine.host.linux;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wherry.engine.host.OpenCommand;

/** The command of freedesktop.org's xdg-utils, which knows every desktop's own way. */
public final class XdgOpen {

    private XdgOpen() {
    }

    /** The command as {@code environment} has it. */
    public static OpenCommand of(Map<String, String> environment) {
        Optional<String> obstacle = ProgramPath.of(environment).find("xdg-open").isPresent()
                ? Optional.empty()
                : Optional.of("This desktop has no xdg-open; it comes with the package xdg-utils.");
        return new OpenCommand(List.of("xdg-open"), obstacle);
    }
}
