// Whether the app starts when the user logs in.
package dev.wherry.app.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.wherry.engine.host.Autostart;
import dev.wherry.engine.host.desktop.HostDesktop;
import org.jspecify.annotations.Nullable;

/** Lets this very program start at login, without its window. */
public final class LoginStart {

    /** Tells the app to show nothing but its tray at first. */
    private static final String HIDDEN = "--hidden";

    /** The program's path; packages set it. */
    private static final String LAUNCHER_PROPERTY = "wherry.launcher";

    private final Autostart autostart;
    private final List<String> command;

    /** @param command starts the app without its window; empty when nobody knows */
    public LoginStart(Autostart autostart, List<String> command) {
        this.autostart = autostart;
        this.command = List.copyOf(command);
    }

    /** For the program that this process runs: the packaged one, or else this JVM with its options. */
    public static LoginStart ofThisProgram() {
        Autostart autostart = HostDesktop.ofCurrentUser().autostart();
        @Nullable
        String launcher = System.getProperty(LAUNCHER_PROPERTY);
        return new LoginStart(autostart, launcher == null ? ofThisProcess() : List.of(launcher, HIDDEN));
    }

    private static List<String> ofThisProcess() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        List<String> command = new ArrayList<>();
        info.command().ifPresent(program -> {
            command.add(program);
            for (String argument : info.arguments().orElse(new String[0])) {
                if (!argument.equals(HIDDEN)) {
                    command.add(argument);
                }
            }
            command.add(HIDDEN);
        });
        return command;
    }

    /** Why this computer cannot do that; empty when it can. */
    public Optional<String> obstacle() {
        return autostart.obstacle();
    }

    /** Whether it starts at login. */
    public boolean enabled() throws IOException {
        return autostart.enabled();
    }

    /** Lets it start at login, or not any more. */
    public void enable(boolean wanted) throws IOException {
        if (!wanted) {
            autostart.disable();
        } else if (command.isEmpty()) {
            throw new IOException("the system does not tell how this program was started");
        } else {
            autostart.enable(command);
        }
    }
}
