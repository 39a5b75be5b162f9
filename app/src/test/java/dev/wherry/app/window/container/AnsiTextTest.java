// What a terminal would make of a line.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import dev.wherry.app.window.container.AnsiText.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnsiTextTest {

    private static AnsiText parse(String line) {
        return AnsiText.parse(line.replace('^', '\u001b'), AnsiStyle.PLAIN);
    }

    private static AnsiStyle onlyStyleOf(String line) {
        return parse(line).spans().getFirst().style();
    }

    @Test
    void plainTextHasNoSpans() {
        assertThat(parse("hello\tworld")).isEqualTo(new AnsiText("hello\tworld", List.of(), AnsiStyle.PLAIN));
    }

    @Test
    void colourAndWeightHoldUntilTheyAreTakenBack() {
        AnsiStyle red = AnsiStyle.PLAIN.withInk(new AnsiColor.Named(1));
        assertThat(parse("a^[31mb^[1mc^[22md^[39me").spans()).containsExactly(new Span(1, 2, red),
                new Span(2, 3, red.withWeight(true, false)), new Span(3, 4, red));
    }

    @ParameterizedTest
    @CsvSource({"30,0", "37,7", "90,8", "97,15"})
    void theSixteenColoursAreNamed(int code, int index) {
        assertThat(onlyStyleOf("^[" + code + "mx").ink()).isEqualTo(new AnsiColor.Named(index));
        assertThat(onlyStyleOf("^[" + (code + 10) + "mx").paper()).isEqualTo(new AnsiColor.Named(index));
    }

    @Test
    void thePaletteHasACubeAndGreys() {
        assertThat(onlyStyleOf("^[38;5;9mx").ink()).isEqualTo(new AnsiColor.Named(9));
        assertThat(onlyStyleOf("^[38;5;208mx").ink()).isEqualTo(new AnsiColor.Rgb(255, 135, 0));
        assertThat(onlyStyleOf("^[48;5;232mx").paper()).isEqualTo(new AnsiColor.Rgb(8, 8, 8));
        assertThat(onlyStyleOf("^[48;5;255mx").paper()).isEqualTo(new AnsiColor.Rgb(238, 238, 238));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[38;2;1;2;3mx", "^[38:2:1:2:3mx", "^[38:2::1:2:3mx"})
    void trueColourComesInThreeSpellings(String line) {
        assertThat(onlyStyleOf(line).ink()).isEqualTo(new AnsiColor.Rgb(1, 2, 3));
    }

    @Test
    void whatFollowsAColourInTheSameSequenceCounts() {
        assertThat(onlyStyleOf("^[38;5;9;1;4mx"))
                .isEqualTo(AnsiStyle.PLAIN.withInk(new AnsiColor.Named(9)).withWeight(true, false).withUnderline(true));
    }

    @Test
    void anEmptySequenceTakesEverythingBack() {
        assertThat(parse("^[1;31;7mx^[my").end()).isEqualTo(AnsiStyle.PLAIN);
    }

    @Test
    void aColourThatIsNotTakenBackGoesOnInTheNextLine() {
        AnsiStyle end = parse("^[32mone").end();
        assertThat(AnsiText.parse("two", end).spans()).containsExactly(new Span(0, 3, end));
    }

    @Test
    void progressThatIsWrittenOverAndOverShowsItsLastState() {
        assertThat(parse("10%\r50%\r^[32m100%^[0m\r").plain()).isEqualTo("100%");
        assertThat(parse("10%\r50%\r^[32m100%^[0m\r").spans()).extracting(Span::from).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a^[2Kb", "a^[?25lb", "a^]0;title\u0007b", "a^]8;;http://x^\\b", "a^(Bb", "a^=b",
            "a\u0000\u0008\u009bb", "a^Pq#0^\\b", "a^[38;5mb", "a^[38;2;1mb", "a^[999999999999mb", "a^[;:;mb",
            "a^[300mb", "ab^[", "ab^", "ab^[31", "a^[1 mb"})
    void whatIsNoColourOrIsBrokenLeavesNoTrace(String line) {
        assertThat(parse(line)).isEqualTo(new AnsiText("ab", List.of(), AnsiStyle.PLAIN));
    }

    @Test
    void aStringWithoutAnEndDoesNotSwallowTheLine() {
        assertThat(parse("^]0;this is all there is").plain()).isEqualTo("0;this is all there is");
    }

    @Test
    void spansCoverNoMoreThanTheText() {
        for (int seed = 0; seed < 2000; seed++) {
            AnsiText text = parse(randomLine(new Random(seed)));
            int end = 0;
            for (Span span : text.spans()) {
                assertThat(span.from()).isGreaterThanOrEqualTo(end).isLessThan(span.to());
                end = span.to();
            }
            assertThat(end).isLessThanOrEqualTo(text.plain().length());
            assertThat(text.plain().chars()).noneMatch(c -> c == 0x1b || c == '\r');
        }
    }

    private static String randomLine(Random random) {
        String alphabet = "^^^[[[]P\\mmmKb0123456789;:;?\r\t\u0007 x";
        StringBuilder line = new StringBuilder();
        random.ints(40, 0, alphabet.length()).forEach(i -> line.append(alphabet.charAt(i)));
        return line.toString();
    }
}
