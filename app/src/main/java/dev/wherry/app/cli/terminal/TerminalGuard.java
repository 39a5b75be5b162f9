// Gives the terminal back when this program could not.
package dev.wherry.app.cli.terminal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A shell that outlives this program for a moment when it is killed in a way that it cannot see ({@code kill -9}), and then puts the
 * terminal's mode back. It learns of the end by that of a pipe which only this program holds. It leaves a mode alone that is no
 * longer the raw one: then somebody has taken the terminal over already, such as an interactive shell with its line editor.
 */
final class TerminalGuard implements Closeable {

    private static final Path TERMINAL = Path.of("/dev/tty");
    private static final long DEADLINE_SECONDS = 2;

    // The signals that go to all who share the terminal are not meant for it.
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM TSTP TTIN TTOU PIPE
            exec 3</dev/tty
            before=$(stty -g <&3) && echo ready && read -r _ || exit
            raw=$(stty -g <&3)
            read -r _
            [ "$(stty -g <&3)" = "$raw" ] && stty "$before" <&3
            """;

    private final Process shell;
    private final CompletableFuture<Integer> ready;

    private TerminalGuard(Process shell) {
        this.shell = shell;
        this.ready = CompletableFuture.supplyAsync(this::firstByte);
    }

    /** Begins to watch; null where there is no such terminal or no shell. Does not wait for anything. */
    static @Nullable TerminalGuard start() {
        if (!Files.exists(TERMINAL)) {
            return null;
        }
        try {
            return new TerminalGuard(
                    new ProcessBuilder("/bin/sh", "-c", SCRIPT).redirectError(Redirect.DISCARD).start());
        } catch (IOException e) {
            return null;
        }
    }

    /** Waits until the mode that the terminal has now is known; a guard that fails at it does nothing later either. */
    void awaitReady() {
        ready.completeOnTimeout(-1, DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Tells that the mode which the terminal has now is the raw one. */
    void noteRaw() {
        try {
            OutputStream pipe = shell.getOutputStream();
            pipe.write('\n');
            pipe.flush();
        } catch (IOException e) {
            // The shell has given up: there is nobody to guard the terminal.
        }
    }

    private int firstByte() {
        try {
            return shell.getInputStream().read();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Ends it before it sees the end of the pipe; for when the terminal is as it was. */
    @Override
    public void close() {
        try {
            shell.destroyForcibly().waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
