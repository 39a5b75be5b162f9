// Pipes on a real Windows.
package dev.wherry.engine.host.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.host.PipeEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class NamedPipeTest {

    private final String name = "wherry-test-" + ProcessHandle.current().pid();

    @Test
    void whatAClientWritesIsReadAndAnswered() throws Exception {
        try (PipeEnd pipe = NamedPipe.named(name).make(true);
                RandomAccessFile client = new RandomAccessFile("\\\\.\\pipe\\" + name, "rw")) {
            pipe.awaitClient();
            client.write("hello".getBytes(UTF_8));
            byte[] read = new byte[100];
            assertThat(new String(read, 0, pipe.read(read, 0, read.length), UTF_8)).isEqualTo("hello");
            pipe.write("answer".getBytes(UTF_8), 0, 6);
            byte[] answer = new byte[6];
            client.readFully(answer);
            assertThat(answer).asString(UTF_8).isEqualTo("answer");
            client.close();
            assertThat(pipe.read(read, 0, read.length)).isEqualTo(-1);
        }
    }

    @Test
    void closingEndsTheWaitForAClient() throws Exception {
        PipeEnd pipe = NamedPipe.named(name).make(true);
        CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> {
            try {
                pipe.awaitClient();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        pipe.close();
        assertThatThrownBy(() -> wait.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aPipeIsServedOnce() throws IOException {
        PipeEnd.Maker maker = NamedPipe.named(name);
        try (PipeEnd _ = maker.make(true)) {
            assertThatThrownBy(() -> maker.make(true)).isInstanceOf(IOException.class).hasMessageContaining("error 5");
        }
    }
}
