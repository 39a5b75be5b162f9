// A container's log as it is followed.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.wherry.app.window.container.LogStatus.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogModelTest extends ModelTest {

    private LogModel log;

    @BeforeEach
    void make() {
        log = new LogModel(containers(), model);
        scope.add(log);
    }

    private List<String> texts() {
        LogLines lines = log.lines().get();
        return lines.range(0, lines.size()).stream().map(entry -> entry.text().plain()).toList();
    }

    private Phase phase() {
        return log.status().get().phase();
    }

    @Test
    void aHundredThousandLinesArriveInOrderAndInBatches() {
        IntStream.range(0, 100_000).forEach(i -> web.log.add("line " + i));
        AtomicInteger batches = new AtomicInteger();
        long begun = System.nanoTime();
        scope.add(log.lines().listen(batches::incrementAndGet));
        log.resume();
        await().until(() -> log.lines().get().end() == 100_000);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(texts()).isEqualTo(IntStream.range(0, 100_000).mapToObj(i -> "line " + i).toList());
        assertThat(batches.get()).isLessThan((int) (seconds * 10) + 4);
    }

    @Test
    void whatTheContainerWritesAppears() {
        web.log.add("before");
        log.resume();
        await().until(() -> texts().equals(List.of("before")));
        web.log.addError("\u001b[31mafter\u001b[0m");
        await().until(() -> texts().equals(List.of("before", "after")));
        assertThat(log.lines().get().get(1).error()).isTrue();
        assertThat(log.lines().get().get(1).time()).isNotNull();
    }

    @Test
    void theLogOfAContainerThatHasStoppedIsShownAndGoesOnWhenItStartsAgain() throws Exception {
        web.log.add("one");
        web.exit(0);
        log.resume();
        await().until(() -> phase() == Phase.ENDED);
        await().until(() -> texts().equals(List.of("one")));
        containers().start(web.id());
        await().until(() -> phase() == Phase.FOLLOWING);
        web.log.add("two");
        await().until(() -> texts().equals(List.of("one", "two")));
    }

    @Test
    void itRestsUnseenAndThenCatchesUp() {
        log.resume();
        web.log.add("one");
        await().until(() -> texts().equals(List.of("one")));
        await().until(() -> logStreams() == 1);
        log.rest();
        await().until(() -> logStreams() == 0);
        web.log.add("two");
        log.resume();
        await().until(() -> texts().equals(List.of("one", "two")));
    }

    // The events are followed all the time.
    private int logStreams() {
        return machine.docker().busy() - machine.docker().followers();
    }

    @Test
    void aLostConnectionIsTakenUpAgainWithoutLosingOrRepeatingALine() throws Exception {
        log.resume();
        web.log.add("one");
        await().until(() -> texts().equals(List.of("one")));
        machine.docker().goDown();
        web.log.add("two");
        machine.docker().comeUp();
        await().until(() -> texts().equals(List.of("one", "two")));
    }

    @Test
    void aLogThatCannotBeReadSaysWhy() {
        machine.docker().fail("GET", "/logs", 500, "configured logging driver does not support reading");
        log.resume();
        await().until(() -> phase() == Phase.FAILED);
        assertThat(log.status().get().cause()).contains("configured logging driver does not support reading");
    }

    @Test
    void clearingLeavesOnlyWhatComes() {
        log.resume();
        web.log.add("one");
        await().until(() -> texts().equals(List.of("one")));
        log.clear();
        await().until(() -> texts().isEmpty());
        web.log.add("two");
        await().until(() -> texts().equals(List.of("two")));
    }

    @Test
    void aSearchFindsWhatIsThereAndWhatComes() {
        log.resume();
        web.log.add("GET / 200");
        web.log.add("nothing");
        log.search("get /");
        await().until(() -> log.matches().get().numbers().equals(List.of(0L)));
        web.log.add("\u001b[1mG\u001b[0mET /favicon.ico 404");
        await().until(() -> log.matches().get().numbers().equals(List.of(0L, 2L)));
        log.search("");
        assertThat(log.matches().get()).isEqualTo(LogMatches.NONE);
    }

    @Test
    void aVeryLongLineIsCut() {
        log.resume();
        web.log.add("x".repeat(LogParser.MAX_LINE + 7));
        await().until(() -> log.lines().get().size() == 1);
        LogEntry entry = log.lines().get().get(0);
        assertThat(entry.text().plain()).hasSize(LogParser.MAX_LINE);
        assertThat(entry.cut()).isEqualTo(7);
    }
}
