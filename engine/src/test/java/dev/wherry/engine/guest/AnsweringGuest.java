// A guest whose programs answer questions as a test says.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import dev.wherry.engine.stream.ByteStream;
import org.jspecify.annotations.Nullable;

/** Every program that is started in it answers each line by what {@link #answer} makes of it; nothing for an empty answer. */
final class AnsweringGuest implements Guest {

    final List<String> questions = new CopyOnWriteArrayList<>();
    volatile UnaryOperator<String> answer = question -> "0";
    final AtomicInteger started = new AtomicInteger();
    private volatile @Nullable Program latest;

    Program latest() {
        return Objects.requireNonNull(latest);
    }

    @Override
    public GuestProcess start(GuestCommand command) throws IOException {
        started.incrementAndGet();
        Program program = new Program();
        latest = program;
        Thread.ofVirtual().start(program::run);
        return program;
    }

    @Override
    public ByteStream openUnix(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ByteStream openTcp(String host, int port) {
        throw new UnsupportedOperationException();
    }

    final class Program implements GuestProcess {

        private final PipedOutputStream toProgram = new PipedOutputStream();
        private final PipedInputStream input = new PipedInputStream(toProgram);
        private final PipedOutputStream output = new PipedOutputStream();
        private final PipedInputStream fromProgram = new PipedInputStream(output);
        private volatile boolean closed;

        Program() throws IOException {
        }

        private void run() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, UTF_8)); output) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    questions.add(line);
                    String said = answer.apply(line);
                    if (!said.isEmpty()) {
                        output.write((said + "\n").getBytes(UTF_8));
                        output.flush();
                    }
                }
            } catch (IOException e) {
                // It has been closed.
            }
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public OutputStream stdin() {
            return toProgram;
        }

        @Override
        public InputStream stdout() {
            return fromProgram;
        }

        @Override
        public InputStream stderr() {
            return InputStream.nullInputStream();
        }

        @Override
        public void resize(TerminalSize size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signal(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ExitStatus waitFor(Duration deadline) {
            return new ExitStatus(0, null);
        }

        @Override
        public void close() throws IOException {
            closed = true;
            toProgram.close();
        }
    }
}
