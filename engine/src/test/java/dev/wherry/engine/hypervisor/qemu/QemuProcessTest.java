// Which process is believed to be a VM of ours.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QemuProcessTest {

    private static final String QEMU = "/usr/bin/qemu-system-x86_64";
    private static final Path PID_FILE = Path.of("/run/vm.pid");
    private static final Instant WRITTEN = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void itsArgumentsNameThePidFile() {
        assertThat(isOurs(QEMU, new String[]{"-pidfile", "/run/vm.pid"}, WRITTEN.plusSeconds(3600)))
                .as("even when the clock was set back since").isTrue();
        assertThat(isOurs(QEMU, new String[]{"-pidfile", "/run/other.pid"}, WRITTEN)).isFalse();
    }

    @Test
    void withoutArgumentsItsStartDecides() {
        assertThat(isOurs(QEMU, null, WRITTEN.minusSeconds(1))).isTrue();
        assertThat(isOurs(QEMU, null, WRITTEN.plusSeconds(60))).as("began after the file was written").isFalse();
        assertThat(isOurs(QEMU, null, null)).as("nothing known").isFalse();
    }

    @Test
    void anotherProgramIsNeverOurs() {
        assertThat(isOurs("/bin/sh", new String[]{"/run/vm.pid"}, WRITTEN)).isFalse();
        assertThat(isOurs(null, new String[]{"/run/vm.pid"}, WRITTEN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "999999999999"})
    void aPidFileWithoutAPidNamesNobody(String content) throws Exception {
        assertThat(QemuProcess.find(Files.writeString(folder.resolve("pid"), content))).isEmpty();
        assertThat(QemuProcess.find(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aPidThatBelongsToAnotherProcessIsNotTrusted() throws Exception {
        long own = ProcessHandle.current().pid();
        assertThat(QemuProcess.find(Files.writeString(folder.resolve("pid"), own + "\n"))).isEmpty();
    }

    private static boolean isOurs(@Nullable String command, String @Nullable [] arguments,
            @Nullable Instant start) {
        return QemuProcess.isQemuOf(new Info(Optional.ofNullable(command), Optional.ofNullable(arguments),
                Optional.ofNullable(start)), PID_FILE, WRITTEN);
    }

    private record Info(Optional<String> command, Optional<String[]> arguments, Optional<Instant> startInstant)
            implements
                ProcessHandle.Info {
        @Override
        public Optional<String> commandLine() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> totalCpuDuration() {
            return Optional.empty();
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }
    }
}
