// A container's log, as lines.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class LogReaderTest extends WithEngine {

    private static final LogRequest WHOLE = new LogRequest(false, LogRequest.ALL, null, false);

    @Test
    void takesTheTwoOutputsApart() throws IOException {
        log(false, frame(1, "one\ntw") + frame(2, "wrong\r\n") + frame(1, "o\n\nend"));
        assertThat(lines(WHOLE)).containsExactly(new LogLine(false, "", "one"), new LogLine(true, "", "wrong"),
                new LogLine(false, "", "two"), new LogLine(false, "", ""), new LogLine(false, "", "end"));
    }

    @Test
    void takesWhatComesFromATerminalAsItStands() throws IOException {
        log(true, "\u001b[31mred\u001b[0m\r\nplain\r\n");
        assertThat(lines(WHOLE)).containsExactly(new LogLine(false, "", "\u001b[31mred\u001b[0m"),
                new LogLine(false, "", "plain"));
    }

    @Test
    void tellsWhenALineWasWrittenOnceHoweverManyPartsTheEngineKeepsItIn() throws IOException {
        log(false, frame(1, "2026-01-02T03:04:05.000000001Z first ") + frame(1,
                "2026-01-02T03:04:05.000000002Z line\n") + frame(1, "2026-01-02T03:04:06Z \n"));
        assertThat(lines(new LogRequest(false, 10, Instant.ofEpochSecond(5, 7), true))).containsExactly(
                new LogLine(false, "2026-01-02T03:04:05.000000001Z", "first line"),
                new LogLine(false, "2026-01-02T03:04:06Z", ""));
        assertThat(requests()).last().isEqualTo("GET /containers/web/logs?stdout=true&stderr=true&follow=false"
                + "&timestamps=true&tail=10&since=5.000000007");
    }

    @Test
    void cutsALineThatNeverEnds() throws IOException {
        log(true, "x".repeat(LineBuffer.MAX_LINE + 1) + "\n");
        assertThat(lines(WHOLE)).extracting(line -> line.text().length()).containsExactly(LineBuffer.MAX_LINE, 1);
    }

    @Test
    void endsWhenAnotherThreadClosesIt() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        answers("GET /containers/web/json", "{\"Config\":{\"Tty\":false}}");
        engine.on("GET /containers/web/logs", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            exchange.chunk(frame(1, "first\n"));
            waiting.countDown();
            assertThat(exchange.connection().input().read()).isEqualTo(-1);
        });
        LogReader reader = new Containers(client).logs("web", new LogRequest(true, 1, null, false));
        assertThat(reader.next()).isEqualTo(new LogLine(false, "", "first"));
        CompletableFuture<LogLine> next = CompletableFuture.supplyAsync(() -> {
            try {
                return reader.next();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();
        reader.close();
        assertThat(next.get(5, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void saysThatTheConnectionWasLost() throws IOException {
        log(false, frame(1, "one\n") + "\1\0\0\0\0\0\0\11abc");
        try (LogReader reader = new Containers(client).logs("web", WHOLE)) {
            assertThat(reader.next()).isEqualTo(new LogLine(false, "", "one"));
            assertThatIOException().isThrownBy(reader::next).withMessageContaining("middle of a frame");
        }
    }

    private void log(boolean terminal, String content) {
        answers("GET /containers/web/json", "{\"Config\":{\"Tty\":" + terminal + "}}");
        engine.says("GET /containers/web/logs", "HTTP/1.1 200 OK\r\n\r\n" + content);
    }

    private List<LogLine> lines(LogRequest wanted) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        try (LogReader reader = new Containers(client).logs("web", wanted)) {
            for (LogLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    static String frame(int stream, String content) {
        int length = content.length();
        return "" + (char) stream + "\0\0\0\0" + (char) (length >> 16) + (char) (length >> 8 & 0xff)
                + (char) (length & 0xff) + content;
    }
}
