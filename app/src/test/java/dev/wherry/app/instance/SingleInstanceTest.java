// However often the app is started, it runs once.
package dev.wherry.app.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.wherry.app.process.RunningProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

    @TempDir
    private Path folder;

    private RunningProgram start(String... arguments) throws IOException {
        return RunningProgram.java(Map.of(), List.of(), InstanceProgram.class,
                Stream.concat(Stream.of(runtime().toString()), Stream.of(arguments)).toArray(String[]::new));
    }

    private Path runtime() {
        return folder.resolve("run");
    }

    private static void awaitLine(RunningProgram program, String line) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(program.output()).contains(line));
    }

    @Test
    void aSecondStartTellsTheFirstAndEndsWell() throws Exception {
        try (RunningProgram first = start()) {
            awaitLine(first, "first");
            try (RunningProgram second = start("--page", "my web")) {
                assertThat(second.await()).isZero();
                assertThat(second.output()).containsExactly("second");
            }
            awaitLine(first, "started with [--page, my web]");
        }
    }

    @Test
    void aKilledAppLeavesNothingThatStopsTheNext() throws Exception {
        try (RunningProgram killed = start()) {
            awaitLine(killed, "first");
            killed.kill();
        }
        assertThat(runtime().resolve("app.sock")).exists();
        try (RunningProgram next = start()) {
            awaitLine(next, "first");
            try (RunningProgram second = start()) {
                assertThat(second.await()).isZero();
            }
            awaitLine(next, "started with []");
        }
    }

    @Test
    void anAppThatEndsTidiesUp() throws Exception {
        try (RunningProgram first = start()) {
            awaitLine(first, "first");
        }
        assertThat(runtime().resolve("app.sock")).doesNotExist();
    }

    @Test
    void ofManyStartsAtOnceOneIsTheApp() throws Exception {
        List<RunningProgram> started = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                started.add(start());
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> started.stream().noneMatch(each -> each.output().isEmpty()));
            assertThat(started).extracting(each -> each.output().getFirst())
                    .containsExactlyInAnyOrder("first", "second", "second", "second");
        } finally {
            for (RunningProgram each : started) {
                each.close();
            }
        }
    }

    @Test
    void anAppThatHangsIsNamed() throws Exception {
        try (RunningProgram hanging = start()) {
            awaitLine(hanging, "first");
            signal("STOP", hanging);
            try (RunningProgram second = start()) {
                assertThat(second.await()).isEqualTo(1);
                assertThat(second.output()).singleElement().asString().contains("does not answer");
            } finally {
                signal("CONT", hanging);
            }
        }
    }

    private static void signal(String name, RunningProgram program) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(program.pid())).start().waitFor()).isZero();
    }

    @Test
    void nonsenseOnTheSocketIsPassedOver() throws Exception {
        try (RunningProgram first = start()) {
            awaitLine(first, "first");
            try (SocketChannel stranger = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                stranger.connect(UnixDomainSocketAddress.of(runtime().resolve("app.sock")));
                stranger.write(ByteBuffer.wrap(new byte[]{-1, -1, -1, -1}));
            }
            try (RunningProgram second = start()) {
                assertThat(second.await()).isZero();
            }
            assertThat(first.output()).containsExactly("first", "started with []");
        }
    }

    @Test
    void aFileInThePlaceOfTheSocketIsLeftAlone() throws Exception {
        Files.createDirectories(runtime());
        Path file = Files.writeString(runtime().resolve("app.sock"), "mine");
        try (RunningProgram first = start()) {
            assertThat(first.await()).isEqualTo(1);
            assertThat(first.output()).singleElement().asString().contains("is in the way");
        }
        assertThat(file).content().isEqualTo("mine");
    }
}
