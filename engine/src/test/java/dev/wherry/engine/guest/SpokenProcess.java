// A command in a guest that is not there.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says something, and then either ends well or goes on in silence until it is hung up. */
public final class SpokenProcess implements GuestProcess {

    private final InputStream output;
    private final CountDownLatch end;

    private SpokenProcess(String text, CountDownLatch end) {
        this.end = end;
        this.output = new SequenceInputStream(new ByteArrayInputStream(text.getBytes(UTF_8)), new Silence(end));
    }

    /** Says {@code text} and ends. */
    public static SpokenProcess ending(String text) {
        return new SpokenProcess(text, new CountDownLatch(0));
    }

    /** Says {@code text} and goes on. */
    public static SpokenProcess staying(String text) {
        return new SpokenProcess(text, new CountDownLatch(1));
    }

    @Override
    public OutputStream stdin() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream stdout() {
        return output;
    }

    @Override
    public InputStream stderr() {
        return InputStream.nullInputStream();
    }

    @Override
    public void resize(TerminalSize size) {
        // It has no terminal.
    }

    @Override
    public void signal(String name) {
        close();
    }

    @Override
    public ExitStatus waitFor(Duration deadline) throws IOException, InterruptedException {
        if (!end.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("The command has not ended");
        }
        return new ExitStatus(0, null);
    }

    @Override
    public void close() {
        end.countDown();
    }

    /** Has nothing until it ends. */
    private static final class Silence extends InputStream {

        private final CountDownLatch end;

        Silence(CountDownLatch end) {
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            try {
                end.await();
                return -1;
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : read();
        }
    }
}
