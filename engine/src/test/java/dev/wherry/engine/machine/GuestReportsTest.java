// Reading the guest's reports off a growing console log.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestReportsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private Path log;
    private GuestReports reports;
    private final AtomicBoolean alive = new AtomicBoolean(true);

    @BeforeEach
    void follow() {
        log = folder.resolve("console.log");
        reports = new GuestReports(log, alive::get);
    }

    @AfterEach
    void close() {
        reports.close();
    }

    @Test
    void aStepThatIsReportedInPiecesIsFound() throws Exception {
        print("[    0.1] Linux\r\n@wherry in");
        print("it\r\n[    0.4] usb@wherry sshd\r\n");
        assertThat(reports.await("init", LONG)).isTrue();
        assertThat(reports.await("sshd", LONG)).isTrue();
        assertThat(reports.failure()).isEmpty();
    }

    @Test
    void aFailureEndsTheWaitWithTheGuestsOwnWords() throws Exception {
        print("@wherry init\n@wherry fail disk no disk is labelled wherry-data\n");
        assertThat(reports.await("sshd", LONG)).isFalse();
        assertThat(reports.failure())
                .contains(new GuestReports.Failure("disk", "no disk is labelled wherry-data"));
    }

    @Test
    void theDeadlineEndsTheWait() throws Exception {
        assertThat(reports.await("sshd", Duration.ofMillis(50))).isFalse();
    }

    @Test
    void theEndOfTheVmEndsTheWait() throws Exception {
        alive.set(false);
        assertThat(reports.await("sshd", LONG)).isFalse();
    }

    private void print(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
