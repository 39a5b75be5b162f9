// The terminal that the user sits at.
package dev.wherry.app.cli.terminal;

import java.io.IOException;
import java.util.EnumSet;
import java.util.function.Consumer;

import dev.wherry.engine.guest.TerminalSize;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Hands the terminal over to a command in the guest, and always gives it back as it was, also when the program is killed. */
public final class LocalTerminal implements AutoCloseable {

    private final Terminal terminal;
    private final @Nullable TerminalGuard guard;
    private final Attributes before;
    private final Thread restoreWhenKilled = new Thread(this::restore, "restore-terminal");
    private boolean restored;

    private LocalTerminal(Terminal terminal, @Nullable TerminalGuard guard) {
        this.terminal = terminal;
        this.guard = guard;
        this.before = terminal.getAttributes();
        Runtime.getRuntime().addShutdownHook(restoreWhenKilled);
    }

    /** The terminal of this program; its mode is not yet touched. */
    public static LocalTerminal open() throws IOException {
        @Nullable
        TerminalGuard guard = TerminalGuard.start();
        try {
            // Without graphemeCluster(false) JLine asks the terminal what it can do, waits half a second for the answer, and
            // takes what the user has typed ahead for it.
            return new LocalTerminal(TerminalBuilder.builder().system(true).dumb(false).graphemeCluster(false)
                    .nativeSignals(true).build(), guard);
        } catch (IOException | RuntimeException e) {
            if (guard != null) {
                guard.close();
            }
            throw e;
        }
    }

    /** Its type, as in TERM. */
    public String type() {
        String type = System.getenv("TERM");
        return type == null || type.isBlank() ? "xterm-256color" : type;
    }

    /** Its size now. */
    public TerminalSize size() {
        Size size = terminal.getSize();
        return new TerminalSize(size.getColumns(), size.getRows());
    }

    /**
     * From now on every key goes to whoever reads standard input, as it is typed.
     *
     * @param resized is told of every change of the window's size
     */
    public void makeRaw(Consumer<TerminalSize> resized) {
        if (guard != null) {
            guard.awaitReady();
        }
        Attributes raw = new Attributes(before);
        // As cfmakeraw(3): no key has a meaning on this side, and no byte is changed on its way.
        raw.setLocalFlags(EnumSet.noneOf(Attributes.LocalFlag.class));
        raw.setInputFlags(EnumSet.noneOf(Attributes.InputFlag.class));
        raw.setOutputFlag(Attributes.OutputFlag.OPOST, false);
        raw.setControlChar(Attributes.ControlChar.VMIN, 1);
        raw.setControlChar(Attributes.ControlChar.VTIME, 0);
        terminal.setAttributes(raw);
        if (guard != null) {
            guard.noteRaw();
        }
        terminal.handle(Terminal.Signal.WINCH, signal -> resized.accept(size()));
        resized.accept(size()); // it may have changed since it was asked for
    }

    // Synchronized, so that a program that is killed while it is ending does not end before this has been done.
    private synchronized void restore() {
        if (!restored) {
            restored = true;
            terminal.setAttributes(before);
            if (guard != null) {
                guard.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        restore();
        terminal.close();
    }
}
