// A shell whose part the test plays.
package dev.wherry.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.Callable;

import dev.wherry.engine.guest.TerminalSize;

/** Prints what it is told to, and remembers what it was asked. */
final class ScriptedShell implements ShellSession {

    private final PipedOutputStream printed = new PipedOutputStream();
    private final PipedInputStream output;
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private volatile Callable<Integer> end = () -> 0;
    private volatile boolean closed;
    volatile TerminalSize size;

    ScriptedShell(TerminalSize size) throws IOException {
        this.size = size;
        this.output = new PipedInputStream(printed);
    }

    void print(String text) throws IOException {
        printed.write(text.getBytes(UTF_8));
        printed.flush();
    }

    /** Ends; {@code how} tells the exit code, or throws. */
    void end(Callable<Integer> how) throws IOException {
        end = how;
        printed.close();
    }

    synchronized String typed() {
        return typed.toString(UTF_8);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public synchronized void type(byte[] keys) {
        typed.writeBytes(keys);
    }

    @Override
    public void resize(TerminalSize to) {
        size = to;
    }

    @Override
    public int exitCode() throws Exception {
        return end.call();
    }

    @Override
    public void close() {
        closed = true;
        try {
            printed.close();
            output.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
