// A guest whose commands run on this very computer.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.guest.ExitStatus;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.guest.TerminalSize;
import dev.wherry.engine.stream.ByteStream;

/** Runs command lines in this computer's shell. */
final class LocalGuest implements Guest {

    // Debian's awk reads ahead unless told not to; the guest's, busybox', does not.
    private static final String AWK = Files.exists(Path.of("/usr/bin/mawk")) ? "exec mawk -W interactive" : "exec awk";

    private final List<Process> processes = new CopyOnWriteArrayList<>();

    int started() {
        return processes.size();
    }

    long running() {
        return processes.stream().filter(Process::isAlive).count();
    }

    void killAll() {
        processes.forEach(Process::destroyForcibly);
    }

    @Override
    public GuestProcess start(GuestCommand command) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", command.line().replace("exec awk", AWK)).start();
        processes.add(process);
        return new Local(process);
    }

    @Override
    public ByteStream openUnix(String path) {
        throw new UnsupportedOperationException("there are no sockets here");
    }

    @Override
    public ByteStream openTcp(String host, int port) {
        throw new UnsupportedOperationException("there are no sockets here");
    }

    private record Local(Process process) implements GuestProcess {

        @Override
        public OutputStream stdin() {
            return process.getOutputStream();
        }

        @Override
        public InputStream stdout() {
            return process.getInputStream();
        }

        @Override
        public InputStream stderr() {
            return process.getErrorStream();
        }

        @Override
        public void resize(TerminalSize size) {
            throw new UnsupportedOperationException("it has no terminal");
        }

        @Override
        public void signal(String name) {
            throw new UnsupportedOperationException("nobody signals");
        }

        @Override
        public ExitStatus waitFor(Duration deadline) throws IOException, InterruptedException {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it takes too long");
            }
            return new ExitStatus(process.exitValue(), null);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
