// A command in the guest whose end is the end of somebody's stay there.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

import dev.wherry.engine.guest.ExitStatus;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.TerminalSize;
import dev.wherry.engine.machine.Stay;

/** A process that ends {@code stay} when it is closed. */
record StayingProcess(GuestProcess process, Stay stay) implements GuestProcess {

    @Override
    public OutputStream stdin() {
        return process.stdin();
    }

    @Override
    public InputStream stdout() {
        return process.stdout();
    }

    @Override
    public InputStream stderr() {
        return process.stderr();
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        process.resize(size);
    }

    @Override
    public void signal(String name) throws IOException {
        process.signal(name);
    }

    @Override
    public ExitStatus waitFor(Duration deadline) throws IOException, InterruptedException {
        return process.waitFor(deadline);
    }

    @Override
    public void close() throws IOException {
        try {
            process.close();
        } finally {
            stay.close();
        }
    }
}
