// A command that runs in the guest.
package dev.wherry.engine.guest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A running command. Closing it closes its streams; a command that still runs gets a hang-up.
 *
 * <p>Both outputs are to be read, or closed: the guest sends about a megabyte ahead and then waits, for the two together.
 */
public interface GuestProcess extends Closeable {

    /** Goes to the command's standard input; closing it is the command's end-of-file. */
    OutputStream stdin();

    /** The command's standard output; with a terminal, everything that the command prints. */
    InputStream stdout();

    /** The command's standard error; at its end at once with a terminal. */
    InputStream stderr();

    /** Tells the command's terminal its new size; nothing happens without a terminal. */
    void resize(TerminalSize size) throws IOException;

    /**
     * Sends a signal to the command and its children (RFC 4254, 6.9). The guest's OpenSSH must be 9.8 or later: earlier ones
     * ignore signals for root.
     *
     * @param name without SIG, for example {@code INT}
     */
    void signal(String name) throws IOException;

    /**
     * Waits until the command has ended and its output has been handed over.
     *
     * @throws IOException when the connection is lost before the command's end is known, or the deadline passes
     */
    ExitStatus waitFor(Duration deadline) throws IOException, InterruptedException;
}
