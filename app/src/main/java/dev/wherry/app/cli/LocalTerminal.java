// The terminal that the user sits at.
package dev.wherry.app.cli;

import java.io.Console;
import java.io.IOException;
import java.util.EnumSet;

import dev.wherry.engine.agent.RemoteProcess;
import dev.wherry.engine.guest.TerminalSize;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Hands the terminal over to a command in the guest, and always gives it back as it was, also when the program is killed. */
final class LocalTerminal implements AutoCloseable {

    private final Terminal terminal;
    private final Attributes before;
    private final Thread restoreWhenKilled;

    private LocalTerminal(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.getAttributes();
        this.restoreWhenKilled = new Thread(() -> terminal.setAttributes(before), "restore-terminal");
        Runtime.getRuntime().addShutdownHook(restoreWhenKilled);
    }

    /** Whether both standard input and standard output are a terminal. */
    static boolean isThere() {
        @Nullable
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    static LocalTerminal open() throws IOException {
        return new LocalTerminal(TerminalBuilder.builder().system(true).dumb(false).nativeSignals(true).build());
    }

    String type() {
        String type = System.getenv("TERM");
        return type == null || type.isBlank() ? "xterm-256color" : type;
    }

    TerminalSize size() {
        Size size = terminal.getSize();
        return new TerminalSize(size.getColumns(), size.getRows());
    }

    /** From now on every key goes to {@code process}, and so does every change of the window's size. */
    void makeRaw(RemoteProcess process) {
        terminal.enterRawMode();
        Attributes raw = terminal.getAttributes();
        // JLine's raw mode leaves Ctrl-C and the like to this side; they belong to the far side's terminal.
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        raw.setInputFlags(EnumSet.noneOf(Attributes.InputFlag.class));
        raw.setOutputFlag(Attributes.OutputFlag.OPOST, false);
        terminal.setAttributes(raw);
        terminal.handle(Terminal.Signal.WINCH, signal -> {
            try {
                process.resize(size());
            } catch (IOException e) {
                // The command has ended; there is nothing left to resize.
            }
        });
    }

    @Override
    public void close() throws IOException {
        terminal.setAttributes(before);
        Runtime.getRuntime().removeShutdownHook(restoreWhenKilled);
        terminal.close();
    }
}
