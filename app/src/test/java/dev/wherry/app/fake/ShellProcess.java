// A shell in a guest that is not there.
package dev.wherry.app.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.wherry.engine.guest.ExitStatus;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.TerminalSize;

/** An {@link EchoShell} as a process of the guest. */
public final class ShellProcess implements GuestProcess {

    private final Pipe input = Pipe.open();
    private final Pipe output = Pipe.open();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private volatile TerminalSize size = new TerminalSize(80, 24);

    /** Starts the shell, whatever the command line is. */
    public ShellProcess(GuestCommand command) throws IOException {
        GuestCommand.Terminal terminal = command.terminal();
        if (terminal != null) {
            size = terminal.size();
        }
        EchoShell shell = new EchoShell(Channels.newInputStream(input.source()), stdoutEnd(), terminal != null,
                () -> size);
        Thread.ofVirtual().name("fake-shell").start(() -> run(shell));
    }

    private OutputStream stdoutEnd() {
        return Channels.newOutputStream(output.sink());
    }

    private void run(EchoShell shell) {
        try (Pipe.SinkChannel _ = output.sink()) {
            end.complete(shell.run());
        } catch (IOException e) {
            end.completeExceptionally(e);
        }
    }

    @Override
    public OutputStream stdin() {
        return Channels.newOutputStream(input.sink());
    }

    @Override
    public InputStream stdout() {
        return Channels.newInputStream(output.source());
    }

    @Override
    public InputStream stderr() {
        return InputStream.nullInputStream();
    }

    @Override
    public void resize(TerminalSize to) {
        size = to;
    }

    @Override
    public void signal(String name) throws IOException {
        close();
    }

    @Override
    public ExitStatus waitFor(Duration deadline) throws IOException, InterruptedException {
        try {
            return new ExitStatus(end.get(deadline.toMillis(), TimeUnit.MILLISECONDS), null);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The command's end is not known", e);
        }
    }

    @Override
    public void close() throws IOException {
        input.sink().close();
        input.source().close();
        output.source().close();
        output.sink().close();
    }
}
