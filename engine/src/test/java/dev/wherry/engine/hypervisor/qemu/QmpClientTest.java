// What the QMP client promises, above all when QEMU misbehaves.
package dev.wherry.engine.hypervisor.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class QmpClientTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void repliesFindTheirCallsWhateverTheirOrderAndTheEventsBetween() throws Exception {
        try (FakeQmp server = new FakeQmp(qmp -> {
            qmp.greet();
            JsonNode first = qmp.receive();
            JsonNode second = qmp.receive();
            qmp.reply(second, "\"" + second.path("execute").asText() + "\"");
            qmp.send("{\"event\": \"STOP\", \"timestamp\": {}}");
            qmp.reply(first, "\"" + first.path("execute").asText() + "\"");
        }); QmpClient client = connect(server)) {
            CompletableFuture<String> other = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    other.complete(client.execute("one", LONG).asText());
                } catch (QmpException e) {
                    other.completeExceptionally(e);
                }
            });
            assertThat(client.execute("two", LONG).asText()).isEqualTo("two");
            assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo("one");
            client.onClose().get(10, TimeUnit.SECONDS);
            assertThat(events).containsExactly("STOP");
        }
    }

    /** Many at once, on whatever cores there are: a thread has to lose its turn between sending and waiting for the reply to come first. */
    @Test
    void aReplyCountsThoughTheConnectionEndsRightAfterIt() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try (callers) {
            List<Future<String>> answers = callers.invokeAll(Collections.nCopies(1000, () -> {
                try (FakeQmp server = new FakeQmp(qmp -> {
                    qmp.greet();
                    qmp.reply(qmp.receive(), "\"last words\"");
                }); QmpClient client = connect(server)) {
                    return client.execute("quit", LONG).asText();
                }
            }));
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("last words");
            }
        }
    }

    @Test
    void argumentsArriveAndTheMonitorsTextComesBack() throws Exception {
        try (FakeQmp server = new FakeQmp(qmp -> {
            qmp.greet();
            JsonNode command = qmp.receive();
            qmp.reply(command, command.path("arguments").path("command-line").toString());
            qmp.awaitEnd();
        }); QmpClient client = connect(server)) {
            assertThat(client.monitor("info \"ü\"", LONG)).isEqualTo("info \"ü\"");
        }
    }

    @Test
    void aRefusalCarriesQemusWords() throws Exception {
        try (FakeQmp server = new FakeQmp(qmp -> {
            qmp.greet();
            qmp.send("{\"error\": {\"class\": \"GenericError\", \"desc\": \"No balloon\"}, \"id\": "
                    + qmp.receive().path("id")
                    + "}");
            qmp.awaitEnd();
        }); QmpClient client = connect(server)) {
            assertThatThrownBy(() -> client.execute("balloon", Map.of("value", 1), LONG))
                    .isInstanceOf(QmpException.class).hasMessageContaining("No balloon");
        }
    }

    @Test
    void aQemuThatDiesMidCallFailsTheCallAtOnce() throws Exception {
        try (FakeQmp server = new FakeQmp(qmp -> {
            qmp.greet();
            qmp.receive();
        }); QmpClient client = connect(server)) {
            assertThatThrownBy(() -> client.execute("query-status", Duration.ofMinutes(5)))
                    .isInstanceOf(QmpException.class)
                    .hasMessageContaining("connection to QEMU is closed");
            assertThatThrownBy(() -> client.execute("query-status", Duration.ofMinutes(5)))
                    .isInstanceOf(QmpException.class);
        }
    }

    @Test
    void aQemuThatNeverAnswersCostsTheDeadlineAndItsLateReplyHarmsNobody() throws Exception {
        try (FakeQmp server = new FakeQmp(qmp -> {
            qmp.greet();
            JsonNode late = qmp.receive();
            JsonNode next = qmp.receive();
            qmp.reply(late, "\"late\"");
            qmp.reply(next, "\"next\"");
            qmp.awaitEnd();
        }); QmpClient client = connect(server)) {
            assertThatThrownBy(() -> client.execute("slow", SHORT)).hasMessageContaining("within 100 ms");
            assertThat(client.execute("quick", LONG).asText()).isEqualTo("next");
        }
    }

    @Test
    void aQemuThatServesAnotherClientIsNotWaitedForForEver() throws Exception {
        try (FakeQmp server = new FakeQmp(FakeQmp.Connection::awaitEnd)) {
            assertThatThrownBy(() -> QmpClient.connect(server.socket(), SHORT, event -> {
            })).isInstanceOf(QmpException.class).isNotInstanceOf(QmpException.NotListening.class)
                    .hasMessageContaining("greeting");
        }
    }

    @Test
    void whatIsNoJsonEndsTheConnection() throws Exception {
        try (FakeQmp server = new FakeQmp(qmp -> {
            qmp.greet();
            qmp.send("HTTP/1.1 400 Bad Request");
            qmp.awaitEnd();
        }); QmpClient client = connect(server)) {
            assertThatThrownBy(() -> client.execute("query-status", LONG)).hasMessageContaining("closed");
        }
    }

    @Test
    void aListenerMayCallBack() throws Exception {
        CompletableFuture<QmpClient> self = new CompletableFuture<>();
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (FakeQmp server = new FakeQmp(qmp -> {
            qmp.greet();
            qmp.reply(qmp.receive(), "{}");
            qmp.send("{\"event\": \"RESET\"}");
            qmp.reply(qmp.receive(), "\"fine\"");
            qmp.awaitEnd();
        }); QmpClient client = QmpClient.connect(server.socket(), LONG, event -> {
            try {
                answer.complete(self.join().execute("query-status", LONG).asText());
            } catch (QmpException e) {
                answer.completeExceptionally(e);
            }
        })) {
            self.complete(client);
            client.execute("cont", LONG);
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("fine");
        }
    }

    @Test
    void nobodyListeningIsToldApartFromSilence() {
        assertThatThrownBy(() -> QmpClient.connect(Path.of("/tmp/wherry-no-such-socket"), LONG, event -> {
        })).isInstanceOf(QmpException.NotListening.class).hasMessageContaining("wherry-no-such-socket");
    }

    private QmpClient connect(FakeQmp server) throws QmpException {
        return QmpClient.connect(server.socket(), LONG, event -> events.add(event.name()));
    }
}
