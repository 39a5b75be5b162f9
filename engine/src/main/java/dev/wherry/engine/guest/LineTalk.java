// A program in the guest that answers line by line.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a command running that answers each line with one line. It is started when it is needed, and given up when an answer
 * does not come: a late one would be taken for that to the next question. One question at a time.
 */
final class LineTalk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineTalk.class);

    private final Guest guest;
    private final String program;
    private @Nullable Running running;

    /** Talks to {@code program}, a line for the guest's shell. */
    LineTalk(Guest guest, String program) {
        this.guest = guest;
        this.program = program;
    }

    /**
     * Asks {@code question}.
     *
     * @return the answer, without its end of line
     * @throws IOException when the guest is out of reach, the program ends, or the answer takes longer than {@code deadline}
     */
    String ask(String question, Duration deadline) throws IOException, InterruptedException {
        boolean answered = false;
        try {
            String answer = running().ask(question, deadline);
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                close();
            }
        }
    }

    private Running running() throws IOException {
        Running there = running;
        if (there == null) {
            there = new Running(guest.start(GuestCommand.of(program)));
            running = there;
        }
        return there;
    }

    /** Ends the program. */
    @Override
    public void close() {
        Running ending = running;
        running = null;
        if (ending != null) {
            ending.end();
        }
    }

    private static final class Running {

        private final GuestProcess process;
        private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

        Running(GuestProcess process) {
            this.process = process;
            Thread.ofVirtual().name("guest-answers").start(this::listen);
        }

        private void listen() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.stdout(), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    answers.add(Optional.of(line));
                }
            } catch (IOException e) {
                LOG.debug("The answers of the guest end: {}", e.getMessage());
            }
            answers.add(Optional.empty());
        }

        String ask(String question, Duration deadline) throws IOException, InterruptedException {
            OutputStream out = process.stdin();
            out.write((question + "\n").getBytes(UTF_8));
            out.flush();
            Optional<String> answer = answers.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new IOException("Tried to ask the guest but failed because it did not answer within "
                        + deadline.toMillis() + " ms");
            }
            return answer.orElseThrow(() -> new IOException(
                    "Tried to ask the guest but failed because the connection ended before it answered"));
        }

        void end() {
            try {
                process.close();
            } catch (IOException e) {
                LOG.debug("The connection was lost before it was closed: {}", e.getMessage());
            }
        }
    }
}
