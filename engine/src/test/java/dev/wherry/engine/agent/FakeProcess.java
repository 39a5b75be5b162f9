// A command in a guest that is not there.
package dev.wherry.engine.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.guest.ExitStatus;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.TerminalSize;
import org.jspecify.annotations.Nullable;

/** Prints what it is told to, and remembers what it was given. */
final class FakeProcess implements GuestProcess {

    final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch stdinEnded = new CountDownLatch(1);
    final ByteArrayOutputStream stdin = new ByteArrayOutputStream() {
        @Override
        public void close() {
            stdinEnded.countDown();
        }
    };
    volatile InputStream stdout = InputStream.nullInputStream();
    volatile InputStream stderr = InputStream.nullInputStream();
    volatile String line = "";
    volatile int exitCode;
    volatile boolean readsNothing;
    volatile boolean awaitStdinBeforeExit;
    volatile @Nullable String lost;
    volatile @Nullable TerminalSize resizedTo;
    final BlockingQueue<String> signals = new LinkedBlockingQueue<>();

    @Override
    public OutputStream stdin() {
        return readsNothing ? new UnreadPipe() : stdin;
    }

    @Override
    public InputStream stdout() {
        return stdout;
    }

    @Override
    public InputStream stderr() {
        return stderr;
    }

    @Override
    public void resize(TerminalSize size) {
        resizedTo = size;
    }

    @Override
    public void signal(String name) {
        signals.add(name);
    }

    @Override
    public ExitStatus waitFor(Duration deadline) throws IOException, InterruptedException {
        if (lost != null) {
            throw new IOException(lost);
        }
        if (awaitStdinBeforeExit && !stdinEnded.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("standard input did not end");
        }
        return new ExitStatus(exitCode, null);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        stdout.close();
    }

    /** Standard input of a command that does not read it: writing waits until the command is hung up. */
    private final class UnreadPipe extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("The command is gone");
        }
    }
}
