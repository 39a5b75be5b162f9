// A shell that runs somewhere else.
package dev.wherry.app.shell;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import dev.wherry.engine.guest.TerminalSize;

/** A shell and its terminal. One thread reads, another one writes; closing may be done by any. */
public interface ShellSession extends Closeable {

    /** What it prints, in UTF-8; ends when the shell does, or its connection. */
    InputStream output();

    /** Types {@code keys}; may block while the shell reads nothing. */
    void type(byte[] keys) throws IOException;

    /** Tells its terminal another size. */
    void resize(TerminalSize size) throws IOException;

    /**
     * How it ended. Called after the output has ended, and blocks for some seconds at most.
     *
     * @return the exit code, or 128 + the number of the signal that ended it
     * @throws NoShellException when there never was one
     * @throws Exception        when nobody knows, since the connection was lost
     */
    int exitCode() throws Exception;

    /** Hangs up, on which a shell ends itself. */
    @Override
    void close();
}
