// The programs of the user's desktop.
package dev.wherry.engine.host.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wherry.engine.host.Autostart;
import dev.wherry.engine.host.Browser;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.FileManager;
import dev.wherry.engine.host.OpenCommand;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.TerminalWindow;
import dev.wherry.engine.host.linux.LinuxTerminal;
import dev.wherry.engine.host.linux.XdgAutostart;
import dev.wherry.engine.host.linux.XdgOpen;
import dev.wherry.engine.host.mac.LaunchAgent;
import dev.wherry.engine.host.mac.MacTerminal;
import dev.wherry.engine.host.windows.RunKey;
import dev.wherry.engine.host.windows.WindowsTerminal;

/** What can be asked of the desktop; programs say themselves whether they are to be had. */
public record HostDesktop(Autostart autostart, Browser browser, FileManager files, TerminalWindow terminal) {

    /** The desktop of the user who runs this process. */
    public static HostDesktop ofCurrentUser() {
        return of(Platform.current().os(), System.getenv(), Directories.home());
    }

    static HostDesktop of(Platform.Os os, Map<String, String> environment, Path home) {
        return switch (os) {
            case LINUX -> with(XdgAutostart.of(environment, home), XdgOpen.of(environment),
                    LinuxTerminal.of(environment));
            case MAC -> with(LaunchAgent.of(home), new OpenCommand(List.of("open"), Optional.empty()),
                    MacTerminal.ofHost());
            // "start" of cmd would read the & in an address as its own.
            case WINDOWS -> with(RunKey.ofCurrentUser(),
                    new OpenCommand(List.of("rundll32", "url.dll,FileProtocolHandler"), Optional.empty()),
                    WindowsTerminal.of(environment, home));
        };
    }

    private static HostDesktop with(Autostart autostart, OpenCommand opener, TerminalWindow terminal) {
        return new HostDesktop(autostart, opener, opener, terminal);
    }
}
