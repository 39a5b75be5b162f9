// A log in bounded memory.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class LogBufferTest {

    private final LogBuffer buffer = new LogBuffer();

    private void add(String text) {
        buffer.add(new LogEntry(false, null, new AnsiText(text, List.of(), AnsiStyle.PLAIN), 0));
    }

    private static String text(LogLines lines, long number) {
        return lines.at(number).text().plain();
    }

    @Test
    void theFirstLinesMakeRoomForTheLast() {
        for (int i = 0; i < LogBuffer.MAX_LINES + 5_000; i++) {
            add("line " + i);
        }
        LogLines lines = buffer.lines();
        assertThat(lines.size()).isEqualTo(LogBuffer.MAX_LINES);
        assertThat(lines.first()).isEqualTo(5_000);
        for (long number = lines.first(); number < lines.end(); number++) {
            assertThat(text(lines, number)).isEqualTo("line " + number);
        }
    }

    @Test
    void longLinesMakeRoomSooner() {
        String large = "x".repeat(LogParser.MAX_LINE);
        for (int i = 0; i < 3_000; i++) {
            add(large);
        }
        LogLines lines = buffer.lines();
        assertThat((long) lines.size() * large.length()).isBetween(LogBuffer.MAX_CHARACTERS - large.length(),
                LogBuffer.MAX_CHARACTERS);
        assertThat(lines.end()).isEqualTo(3_000);
    }

    @Test
    void whatWasTakenOnceStaysAsItWas() {
        add("first");
        LogLines before = buffer.lines();
        for (int i = 0; i < 2 * LogBuffer.MAX_LINES; i++) {
            add("later");
        }
        buffer.clear();
        assertThat(before.size()).isOne();
        assertThat(text(before, 0)).isEqualTo("first");
    }

    @Test
    void clearingGivesNoNumberTwice() {
        add("a");
        add("b");
        buffer.clear();
        assertThat(buffer.lines().size()).isZero();
        add("c");
        assertThat(buffer.lines().first()).isEqualTo(2);
        assertThat(text(buffer.lines(), 2)).isEqualTo("c");
    }
}
