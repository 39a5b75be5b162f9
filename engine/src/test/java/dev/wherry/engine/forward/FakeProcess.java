// A command that has done well and said nothing.
package dev.wherry.engine.forward;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

import dev.wherry.engine.guest.ExitStatus;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.TerminalSize;

final class FakeProcess implements GuestProcess {

    @Override
    public OutputStream stdin() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream stdout() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream stderr() {
        return InputStream.nullInputStream();
    }

    @Override
    public void resize(TerminalSize size) {
        // it has no terminal
    }

    @Override
    public void signal(String name) {
        // it has ended
    }

    @Override
    public ExitStatus waitFor(Duration deadline) {
        return new ExitStatus(0, null);
    }

    @Override
    public void close() {
        // nothing to close
    }
}
