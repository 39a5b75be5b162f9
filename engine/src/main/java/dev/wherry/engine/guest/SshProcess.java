// A command in the guest as a GuestProcess.
package dev.wherry.engine.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that runs on a channel of its own. */
final class SshProcess implements GuestProcess {

    private final CommandChannel channel;
    private final String line;
    private final boolean hasTerminal;

    /** Starts {@code command} on a channel that has just been opened. */
    SshProcess(CommandChannel channel, GuestCommand command, Duration deadline) throws IOException {
        this.channel = channel;
        this.line = command.line().isEmpty() ? "a login shell" : command.line();
        this.hasTerminal = command.terminal() != null;
        for (var variable : command.environment().entrySet()) {
            channel.setVariable(variable.getKey(), variable.getValue());
        }
        GuestCommand.Terminal terminal = command.terminal();
        CompletableFuture<Boolean> attached = terminal == null
                ? CompletableFuture.completedFuture(true)
                : channel.attach(terminal);
        CompletableFuture<Boolean> started = channel.run(command.line());
        expect(attached, "the guest has no terminal to give", deadline);
        expect(started, "the guest refused", deadline);
    }

    @Override
    public OutputStream stdin() {
        return channel.outbound();
    }

    @Override
    public InputStream stdout() {
        return channel.inbound();
    }

    @Override
    public InputStream stderr() {
        return hasTerminal ? InputStream.nullInputStream() : channel.errors();
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        if (hasTerminal) {
            channel.resize(size);
        }
    }

    @Override
    public void signal(String name) throws IOException {
        channel.signal(name);
    }

    @Override
    public ExitStatus waitFor(Duration deadline) throws IOException, InterruptedException {
        try {
            return channel.end().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "Tried to wait for the end of '" + line + "' in the guest but failed because it still runs,"
                            + " or its output has not been read, after " + deadline.toMillis() + " ms",
                    e);
        } catch (ExecutionException e) {
            throw new IOException("Tried to wait for the end of '" + line + "' in the guest but failed because "
                    + "the connection was lost before it was known", e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        if (!channel.end().isDone() && !channel.isClosing()) {
            channel.signal("HUP"); // closing the channel alone tells only a command that reads or writes
        }
        channel.hangUp();
    }

    private void expect(CompletableFuture<Boolean> answer, String refusal, Duration deadline) throws IOException {
        String reason;
        try {
            if (answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            reason = refusal;
        } catch (TimeoutException e) {
            reason = "the guest did not answer within " + deadline.toMillis() + " ms";
        } catch (ExecutionException e) {
            reason = "the connection was lost";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = "the wait was interrupted";
        }
        throw new IOException("Tried to start '" + line + "' in the guest but failed because " + reason);
    }
}
