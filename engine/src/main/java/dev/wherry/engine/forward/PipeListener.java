// A named pipe on the host, by which docker's clients on Windows come.
package dev.wherry.engine.forward;

import java.io.IOException;

import dev.wherry.engine.host.PipeEnd;

/** Has one instance of the pipe waiting for the next client at any time, until it is closed. */
final class PipeListener implements ConnectionListener {

    private final String name;
    private final PipeEnd.Maker maker;
    private PipeEnd waiting; // guarded by this
    private boolean closed; // guarded by this

    private PipeListener(String name, PipeEnd.Maker maker, PipeEnd first) {
        this.name = name;
        this.maker = maker;
        this.waiting = first;
    }

    /**
     * Listens on the pipe {@code name}.
     *
     * @throws IOException when another program does already, or the system refuses
     */
    static PipeListener bind(String name, PipeEnd.Maker maker) throws IOException {
        return new PipeListener(name, maker, maker.make(true));
    }

    @Override
    public Incoming accept() throws IOException {
        PipeEnd taken = waiting();
        try {
            taken.awaitClient();
            replace();
        } catch (IOException e) {
            taken.close();
            replaceLost(taken);
            throw e;
        }
        return new EngineCaller(new PipeStream(taken));
    }

    private synchronized PipeEnd waiting() {
        return waiting;
    }

    // Before the client is served: whoever comes while no instance waits is turned away.
    private synchronized void replace() throws IOException {
        if (closed) {
            throw new IOException(this + " is closed");
        }
        waiting = maker.make(false);
    }

    private synchronized void replaceLost(PipeEnd lost) throws IOException {
        if (waiting.equals(lost)) {
            replace();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        waiting.close();
    }

    @Override
    public String toString() {
        return "pipe " + name;
    }
}
