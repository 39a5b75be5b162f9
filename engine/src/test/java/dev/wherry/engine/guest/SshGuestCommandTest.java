// What commands in the guest promise: their streams, their end, their terminal.
package dev.wherry.engine.guest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SshGuestCommandTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final TestSshd SERVER = new TestSshd();
    @SuppressWarnings("NullAway.Init")
    private static SshGuest guest;

    @BeforeAll
    static void connect() throws Exception {
        guest = SERVER.connect();
    }

    @AfterAll
    static void close() {
        guest.close();
    }

    @Test
    void itsExitCodeIsTheCommands() throws Exception {
        for (int code : new int[]{0, 1, 42, 255}) {
            try (GuestProcess process = guest.start(GuestCommand.of("exit " + code))) {
                assertThat(process.waitFor(SOON)).isEqualTo(new ExitStatus(code, null));
            }
        }
    }

    @Test
    void aSignalsEndIsKnownByNameAndByAShellsCode() throws Exception {
        try (GuestProcess process = guest.start(GuestCommand.of("kill -TERM $$"))) {
            assertThat(process.waitFor(SOON)).isEqualTo(new ExitStatus(143, "TERM"));
        }
        try (GuestProcess process = guest.start(GuestCommand.of("kill -KILL $$"))) {
            assertThat(process.waitFor(SOON)).isEqualTo(new ExitStatus(137, "KILL"));
        }
    }

    @Test
    void itsTwoOutputsAreKeptApartAndAreCompleteWhenItHasEnded() throws Exception {
        try (GuestProcess process = guest.start(GuestCommand.of("echo out; echo err >&2; exit 3"))) {
            assertThat(process.waitFor(SOON).code()).isEqualTo(3);
            assertThat(process.stdout().available()).isEqualTo(4);
            assertThat(process.stdout().readAllBytes()).asString().isEqualTo("out\n");
            assertThat(process.stderr().readAllBytes()).asString().isEqualTo("err\n");
        }
    }

    @Test
    void everyByteValuePassesThroughItsInputAndEndOfInputReachesIt() throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        try (GuestProcess process = guest.start(GuestCommand.of("cat"))) {
            Thread writer = Thread.ofVirtual().start(() -> {
                try (var stdin = process.stdin()) {
                    stdin.write(bytes);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(process.stdout().readAllBytes()).isEqualTo(bytes);
            assertThat(process.waitFor(SOON).code()).isZero();
            writer.join();
        }
    }

    @Test
    void aHundredMegabytesComeThroughWhileMemoryHoldsOneWindow() throws Exception {
        try (GuestProcess process = guest.start(GuestCommand.of("head -c 100000000 /dev/zero"))) {
            long total = 0;
            int held = 0;
            byte[] buffer = new byte[64 * 1024];
            InputStream stdout = process.stdout();
            for (int n = stdout.read(buffer); n >= 0; n = stdout.read(buffer)) {
                total += n;
                held = Math.max(held, stdout.available());
            }
            assertThat(total).isEqualTo(100_000_000);
            assertThat(held).isLessThanOrEqualTo(1024 * 1024);
            assertThat(process.waitFor(SOON).code()).isZero();
        }
    }

    @Test
    void itGetsATerminalOfTheRightTypeAndSizeThatCanBeResized() throws Exception {
        var terminal = new GuestCommand.Terminal("xterm-256color", new TerminalSize(101, 37));
        String line = "echo $TERM; stty size; trap 'stty size; exit 5' WINCH; echo ready; while :; do sleep 0.05; done";
        try (GuestProcess process = guest.start(new GuestCommand(line, Map.of(), terminal))) {
            BufferedReader out = new BufferedReader(new InputStreamReader(process.stdout(), UTF_8));
            assertThat(out.readLine()).isEqualTo("xterm-256color");
            assertThat(out.readLine()).isEqualTo("37 101");
            assertThat(out.readLine()).isEqualTo("ready");
            process.resize(new TerminalSize(80, 24));
            assertThat(out.readLine()).isEqualTo("24 80");
            assertThat(process.waitFor(SOON).code()).isEqualTo(5);
            assertThat(process.stderr().read()).isEqualTo(-1);
        }
    }

    @Test
    void controlCOnATerminalInterruptsTheCommand() throws Exception {
        var terminal = new GuestCommand.Terminal("xterm", new TerminalSize(80, 24));
        try (GuestProcess process = guest.start(new GuestCommand("echo ready; exec sleep 60", Map.of(), terminal))) {
            BufferedReader out = new BufferedReader(new InputStreamReader(process.stdout(), UTF_8));
            assertThat(out.readLine()).isEqualTo("ready");
            process.stdin().write(3);
            assertThat(process.waitFor(SOON)).isEqualTo(new ExitStatus(130, "INT"));
        }
    }

    @Test
    void anEmptyLineIsALoginShellAndItsServerDecidesWhichVariablesItTakes() throws Exception {
        GuestCommand shell = new GuestCommand("", Map.of("WHERRY_TEST", "ümlaut", "FOREIGN", "no"), null);
        try (GuestProcess process = guest.start(shell)) {
            process.stdin().write("echo \"$0 $WHERRY_TEST $FOREIGN\"; exit 7\n".getBytes(UTF_8));
            assertThat(process.stdout().readAllBytes()).asString(UTF_8).startsWith("-").endsWith(" ümlaut \n");
            assertThat(process.waitFor(SOON).code()).isEqualTo(7);
        }
    }

    @Test
    void waitingEndsAtItsDeadlineAndSaysSo() throws Exception {
        try (GuestProcess process = guest.start(GuestCommand.of("sleep 60"))) {
            assertThatThrownBy(() -> process.waitFor(Duration.ofMillis(50))).hasMessageContaining("sleep 60")
                    .hasMessageContaining("still runs");
        }
    }
}
