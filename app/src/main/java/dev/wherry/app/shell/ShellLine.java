// A line to a shell, and to another one after that.
package dev.wherry.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;

import dev.wherry.app.model.Failure;
import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.engine.guest.TerminalSize;
import org.jspecify.annotations.Nullable;

/**
 * What one terminal is connected to: the first shell, and when that has ended, the next one if the user wants it. One thread
 * reads, and opens the shells by that; any may do the rest.
 */
public final class ShellLine implements Subscription {

    /** Takes back what a program that did not end well has left on: the other screen, mouse, modes and colours. */
    private static final String CALM = "\u001b[?1049l\u001b[?25h\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1006l"
            + "\u001b[?2004l\u001b[?1l\u001b>\u001b[0m\u001b(B\r\n";

    private final ShellSource source;
    private final Live<ShellState> state = new Live<>(new ShellState.Opening());
    private final ByteArrayOutputStream typedAhead = new ByteArrayOutputStream(); // guarded by this
    private TerminalSize size; // guarded by this
    private @Nullable ShellSession session; // guarded by this
    private boolean closed; // guarded by this
    private @Nullable Reader reader; // the reading thread's own
    private boolean again; // the reading thread's own

    /** To a shell of {@code source}, which is opened when it is first read from. */
    public ShellLine(ShellSource source, TerminalSize size) {
        this.source = source;
        this.size = size;
    }

    /** What has become of the shell. */
    public Live<ShellState> state() {
        return state;
    }

    /**
     * Reads what the shell prints; blocks until there is something. Between two shells it blocks too.
     *
     * @return the number of characters, or -1 when the line is closed
     */
    public int read(char[] buffer, int offset, int length) throws InterruptedException {
        while (awaitShell()) {
            int n = readShell(buffer, offset, length);
            if (n > 0) {
                return n;
            }
        }
        return -1;
    }

    // Whether there is a shell to read from; it returns without one when the line is closed.
    private boolean awaitShell() throws InterruptedException {
        while (reader == null) {
            synchronized (this) {
                while (state.get().ended() && !closed) {
                    wait();
                }
                if (closed) {
                    return false;
                }
            }
            open();
        }
        return true;
    }

    private void open() throws InterruptedException {
        try {
            TerminalSize wanted = size();
            ShellSession opened = source.open(wanted);
            reader = new InputStreamReader(again
                    ? new SequenceInputStream(new ByteArrayInputStream(CALM.getBytes(UTF_8)), opened.output())
                    : opened.output(), UTF_8);
            again = true;
            take(opened, wanted);
        } catch (InterruptedException e) {
            throw e;
        } catch (NoShellException e) {
            change(new ShellState.Missing());
        } catch (Exception e) {
            change(new ShellState.Refused(Failure.of("", e)));
        }
    }

    private synchronized TerminalSize size() {
        return size;
    }

    private void take(ShellSession opened, TerminalSize sizeThen) {
        byte[] typed;
        synchronized (this) {
            if (closed) {
                opened.close();
                return;
            }
            session = opened;
            typed = typedAhead.toByteArray();
            typedAhead.reset();
        }
        change(new ShellState.Running());
        try {
            if (!sizeThen.equals(size())) {
                opened.resize(size());
            }
            opened.type(typed);
        } catch (IOException e) {
            // It is lost already, as whoever reads is told.
        }
    }

    private int readShell(char[] buffer, int offset, int length) throws InterruptedException {
        int n;
        try {
            n = reader == null ? -1 : reader.read(buffer, offset, length);
        } catch (IOException e) {
            n = -1; // why is told with the exit code
        }
        if (n < 0) {
            end();
        }
        return n;
    }

    private void end() throws InterruptedException {
        reader = null;
        @Nullable
        ShellSession over;
        synchronized (this) {
            over = session;
            session = null;
        }
        if (over != null) {
            ShellState end = endOf(over);
            over.close();
            change(end);
        }
    }

    private static ShellState endOf(ShellSession over) throws InterruptedException {
        try {
            return new ShellState.Ended(over.exitCode());
        } catch (NoShellException e) {
            return new ShellState.Missing();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return new ShellState.Lost(Failure.of("", e));
        }
    }

    private void change(ShellState next) {
        state.set(next);
        synchronized (this) {
            notifyAll();
        }
    }

    /** Types {@code keys}. They are kept for a shell that is just being opened; Enter opens another one for one that has ended. */
    public void type(byte[] keys) throws IOException {
        @Nullable
        ShellSession there;
        synchronized (this) {
            there = session;
            if (there == null && !state.get().ended()) {
                typedAhead.writeBytes(keys);
                return;
            }
        }
        if (there != null) {
            there.type(keys);
        } else if (keys.length == 1 && keys[0] == '\r') {
            reopen();
        }
    }

    /** Opens another shell when the last one has ended. */
    public void reopen() {
        if (state.get().ended()) {
            change(new ShellState.Opening());
        }
    }

    /** The terminal has another size now. */
    public void resize(TerminalSize to) throws IOException {
        @Nullable
        ShellSession there;
        synchronized (this) {
            size = to;
            there = session;
        }
        if (there != null) {
            there.resize(to);
        }
    }

    /** Ends the shell and the line; whoever reads comes to the end. */
    @Override
    public void close() {
        @Nullable
        ShellSession there;
        synchronized (this) {
            closed = true;
            there = session;
            notifyAll();
        }
        if (there != null) {
            there.close();
        }
    }
}
