// Whether the app starts when the user logs in.
package dev.wherry.app.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.wherry.engine.host.Autostart;
import dev.wherry.engine.host.ProgramPlace;
import dev.wherry.engine.host.desktop.HostDesktop;

/** Lets this very program start at login, without its window. */
public final class LoginStart {

    /** Tells the app to show nothing but its tray at first. */
    private static final String HIDDEN = "--hidden";
    /** The program's path: our own packages set the first, jpackage's launchers the second. */
    private static final List<String> LAUNCHER_PROPERTIES = List.of("wherry.launcher", "jpackage.app-path");

    private final Autostart autostart;
    private final List<String> command;

    /** @param command starts the app without its window; empty when nobody knows */
    public LoginStart(Autostart autostart, List<String> command) {
        this.autostart = autostart;
        this.command = List.copyOf(command);
    }

    /** For the program that this process runs: the packaged one, or else this JVM with its options. */
    public static LoginStart ofThisProgram() {
        return new LoginStart(HostDesktop.ofCurrentUser().autostart(), packaged().orElseGet(LoginStart::fromSource));
    }

    /**
     * Lets an installed program that starts at login do so from where it is now. One that is run from source leaves the installed
     * one's place alone.
     */
    public static void follow() throws IOException {
        if (packaged().isPresent()) {
            ofThisProgram().refresh();
        }
    }

    private static Optional<List<String>> packaged() {
        return LAUNCHER_PROPERTIES.stream().map(System::getProperty).filter(Objects::nonNull).findFirst()
                .map(program -> List.of(program, HIDDEN));
    }

    private static List<String> fromSource() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        // Windows does not tell the arguments, without which the program is only Java.
        if (info.command().isEmpty() || info.arguments().isEmpty()) {
            return List.of();
        }
        return Stream.of(Stream.of(info.command().get()),
                Stream.of(info.arguments().get()).filter(argument -> !argument.equals(HIDDEN)), Stream.of(HIDDEN))
                .flatMap(words -> words).toList();
    }

    /** Why this program cannot start at login; empty when it can. */
    public Optional<String> obstacle() {
        return command.isEmpty()
                ? Optional.of("The system does not tell how Wherry was started.")
                : ProgramPlace.ofHost().obstacle(Path.of(command.getFirst()));
    }

    /** Whether it starts at login. */
    public boolean enabled() throws IOException {
        return autostart.enabled();
    }

    /**
     * Lets it start at login, or not any more.
     *
     * @throws IOException when there is an obstacle, or the system refuses
     */
    public void enable(boolean wanted) throws IOException {
        if (!wanted) {
            autostart.disable();
            return;
        }
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        autostart.enable(command);
    }

    /** Starts it from where it is now, if it starts at login at all and will stay where it is. */
    void refresh() throws IOException {
        if (obstacle().isEmpty()) {
            autostart.refresh(command);
        }
    }
}
