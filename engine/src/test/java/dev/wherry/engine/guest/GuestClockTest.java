// What comparing and setting the guest's clock promises.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.wherry.engine.stream.ByteStream;
import org.junit.jupiter.api.Test;

class GuestClockTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000, 250_000_000);

    @Test
    void aGuestThatSleptIsBehind() throws Exception {
        assertThat(clock("1799999400.750000000").offset()).isEqualTo(Duration.ofMillis(-599_500));
    }

    @Test
    void aGuestWithoutNanosecondsIsKnownToHalfASecond() throws Exception {
        assertThat(clock("1800000007.%N").offset()).isEqualTo(Duration.ofMillis(7_250));
        assertThat(clock("1800000007.").offset()).isEqualTo(Duration.ofMillis(7_250));
    }

    @Test
    void settingItTellsTheHostsTime() throws Exception {
        FakeGuest guest = new FakeGuest("", 0);
        new GuestClock(guest, () -> NOW).set();
        assertThat(guest.lines).containsExactly("date -s @1800000000.250000000 || date -s @1800000000");
    }

    @Test
    void aFailureSaysWhatTheGuestSaid() {
        assertThatThrownBy(() -> clock("yesterday").offset()).isInstanceOf(IOException.class)
                .hasMessageContaining("yesterday");
        assertThatThrownBy(() -> new GuestClock(new FakeGuest("", 1), () -> NOW).set())
                .hasMessageContaining("code 1: no");
    }

    private static GuestClock clock(String date) {
        return new GuestClock(new FakeGuest(date, 0), () -> NOW);
    }

    /** A guest whose every command prints the same. */
    private record FakeGuest(String output, int code, List<String> lines) implements Guest {
        FakeGuest(String output, int code) {
            this(output, code, new ArrayList<>());
        }

        @Override
        public GuestProcess start(GuestCommand command) {
            lines.add(command.line());
            return new FakeProcess(output, code);
        }

        @Override
        public ByteStream openUnix(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ByteStream openTcp(String host, int port) {
            throw new UnsupportedOperationException();
        }
    }

    private record FakeProcess(String output, int code) implements GuestProcess {
        @Override
        public OutputStream stdin() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream stdout() {
            return new ByteArrayInputStream((output + "\n").getBytes(US_ASCII));
        }

        @Override
        public InputStream stderr() {
            return new ByteArrayInputStream("no".getBytes(US_ASCII));
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
            return new ExitStatus(code, null);
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }
}
