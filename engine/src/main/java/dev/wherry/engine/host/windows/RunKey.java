// Starting at login on Windows.
package dev.wherry.engine.host.windows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import dev.wherry.engine.host.Autostart;

/** A value of the user's own Run key, and what the Task Manager says of it. */
public final class RunKey implements Autostart {

    static final String RUN = "Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    /** Where Task Manager and Settings note what the user has switched off: the first byte is odd then. */
    static final String APPROVED = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run";
    static final String NAME = "Wherry";
    /** Windows passes over longer commands without a word. */
    private static final int LONGEST = 260;

    private final UserRegistry registry;

    /** Of the user who runs this process. */
    public static RunKey ofCurrentUser() {
        return new RunKey(new NativeRegistry());
    }

    RunKey(UserRegistry registry) {
        this.registry = registry;
    }

    @Override
    public boolean enabled() throws IOException {
        return registry.text(RUN, NAME).isPresent()
                && registry.bytes(APPROVED, NAME).filter(state -> state.length > 0 && state[0] % 2 != 0).isEmpty();
    }

    @Override
    public void enable(List<String> command) throws IOException {
        write(command);
        registry.remove(APPROVED, NAME);
    }

    private void write(List<String> command) throws IOException {
        String text = CommandText.of(command);
        if (text.length() > LONGEST) {
            throw new IOException("Windows starts nothing at login whose command is longer than " + LONGEST
                    + " characters; install Wherry in a folder with a shorter path than " + command.getFirst());
        }
        registry.set(RUN, NAME, text);
    }

    @Override
    public void disable() throws IOException {
        registry.remove(RUN, NAME);
        registry.remove(APPROVED, NAME);
    }

    @Override
    public void refresh(List<String> command) throws IOException {
        if (enabled() && !registry.text(RUN, NAME).equals(Optional.of(CommandText.of(command)))) {
            write(command);
        }
    }
}
