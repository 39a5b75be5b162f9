// The engine behind a named pipe.
package dev.wherry.engine.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.wherry.engine.host.PipeEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipeListenerTest {

    private static final byte[] END = new byte[0];

    private final List<FakePipe> instances = new CopyOnWriteArrayList<>();
    private final FakePipe engine = new FakePipe();
    private Dialer dialer = from -> new PipeStream(engine);
    private Forwarder forwarder;

    private PipeEnd make(boolean first) throws IOException {
        if (first && !instances.isEmpty()) {
            throw new IOException("Access is denied");
        }
        FakePipe made = new FakePipe();
        instances.add(made);
        return made;
    }

    @BeforeEach
    void listen() throws IOException {
        forwarder = Forwarder.start(PipeListener.bind("wherry", this::make), from -> dialer.dial(from));
    }

    @AfterEach
    void end() throws IOException {
        forwarder.close();
        assertThat(instances).allMatch(FakePipe::isClosed);
    }

    private FakePipe connect() {
        FakePipe pipe = instances.getLast();
        pipe.connect();
        await().until(() -> !instances.getLast().equals(pipe));
        return pipe;
    }

    @Test
    void aClientThatEndsItsDirectionStillGetsTheWholeAnswer() throws IOException {
        FakePipe client = connect();
        client.send("GET".getBytes(UTF_8));
        client.send(END);
        assertThat(engine.receive()).asString(UTF_8).isEqualTo("GET");
        assertThat(engine.receive()).as("the end of the request").isEmpty();
        engine.send("200 ".getBytes(UTF_8));
        engine.send("OK".getBytes(UTF_8));
        engine.send(END);
        assertThat(client.receive()).asString(UTF_8).isEqualTo("200 ");
        assertThat(client.receive()).asString(UTF_8).isEqualTo("OK");
        assertThat(client.receive()).as("the end of the answer").isEmpty();
        await().until(client::isClosed);
    }

    @Test
    void anEngineThatEndsFirstGoesOnHearing() throws IOException {
        FakePipe client = connect();
        engine.send(END);
        assertThat(client.receive()).isEmpty();
        client.send("more".getBytes(UTF_8));
        assertThat(engine.receive()).asString(UTF_8).isEqualTo("more");
        client.send(END);
        await().until(client::isClosed);
    }

    @Test
    void whileOneIsServedTheNextIsWaitedFor() {
        FakePipe first = connect();
        FakePipe second = connect();
        assertThat(second).isNotSameAs(first);
        assertThat(forwarder.traffic().connections()).isEqualTo(2);
    }

    @Test
    void anInstanceThatFailsIsReplaced() {
        FakePipe broken = instances.getLast();
        broken.close();
        await().until(() -> !instances.getLast().equals(broken));
        assertThat(connect().isClosed()).isFalse();
    }

    @Test
    void withoutTheEngineTheClientIsToldWhy() throws IOException {
        dialer = from -> {
            throw new IOException("the VM is paused");
        };
        FakePipe client = connect();
        client.send("GET /_ping HTTP/1.1".getBytes(UTF_8));
        assertThat(client.receive()).asString(UTF_8).startsWith("HTTP/1.1 503").contains("the VM is paused");
        assertThat(client.receive()).isEmpty();
        client.send(END);
        await().until(client::isClosed);
    }

    @Test
    void aPipeThatAnotherServesIsNotTaken() {
        assertThatThrownBy(() -> PipeListener.bind("wherry", this::make)).isInstanceOf(IOException.class);
    }
}
