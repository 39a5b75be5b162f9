// A command line as somebody types it into the form of a new container.
package dev.wherry.app.window.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {

    private static void reads(String line, String... words) {
        assertThat(CommandWords.of(line)).as(line).hasValueSatisfying(read -> assertThat(read).containsExactly(words));
    }

    @Test
    void spacesOfAnyNumberPartWords() {
        reads("");
        reads("   ");
        reads(" sleep \t 10 ", "sleep", "10");
    }

    @Test
    void quotationMarksKeepWordsTogether() {
        reads("sh -c 'echo a  b'", "sh", "-c", "echo a  b");
        reads("a\"b c\"d", "ab cd");
        reads("\"it's\" 'a \"word\"'", "it's", "a \"word\"");
    }

    @Test
    void anEmptyWordCanBeQuoted() {
        reads("test -z ''", "test", "-z", "");
    }

    @Test
    void aBackslashTakesAwayWhatIsSpecialAboutTheNextCharacter() {
        reads("a\\ b", "a b");
        reads("\\\"", "\"");
        reads("\"a\\\"b\\\\c\\d\"", "a\"b\\c\\d");
        reads("'a\\b'", "a\\b");
    }

    @Test
    void nothingIsExpanded() {
        reads("echo $HOME *.txt", "echo", "$HOME", "*.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo 'a", "echo \"a", "echo \"a\\\"", "echo a\\"})
    void aLineThatWaitsForMoreHasNoWords(String line) {
        assertThat(CommandWords.of(line)).isEmpty();
    }
}
