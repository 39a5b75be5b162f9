// Commands as one text.
package dev.wherry.engine.host.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTextTest {

    // Examples of Microsoft's "Parsing C command-line arguments".
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "a b|\"a b\"",
            "ab\"c|\"ab\\\"c\"",
            "\\|\"\\\\\"",
            "a\\\\b|\"a\\\\b\"",
            "a\\\"b|\"a\\\\\\\"b\"",
            "C:\\My Files\\|\"C:\\My Files\\\\\""})
    void wordsAreQuotedAsMicrosoftHasIt(String word, String text) {
        assertThat(CommandText.of(List.of(word))).isEqualTo(text);
    }

    @Test
    void wordsComeBackAsTheyWere() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            List<String> words = new ArrayList<>(List.of("program"));
            for (int w = random.nextInt(4); w >= 0; w--) {
                StringBuilder word = new StringBuilder();
                for (int c = random.nextInt(8); c > 0; c--) {
                    word.append("\\\" a%&;^'é".charAt(random.nextInt(10)));
                }
                words.add(word.toString());
            }
            assertThat(parsed(CommandText.of(words))).isEqualTo(words);
        }
    }

    /** The rules of CommandLineToArgvW, written anew from their description. */
    private static List<String> parsed(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inQuotes = false;
        boolean inWord = false;
        int at = 0;
        while (at < text.length()) {
            int slashes = 0;
            while (at < text.length() && text.charAt(at) == '\\') {
                slashes++;
                at++;
            }
            boolean quote = at < text.length() && text.charAt(at) == '"';
            word.append("\\".repeat(quote ? slashes / 2 : slashes));
            inWord |= slashes > 0;
            if (at == text.length()) {
                break;
            }
            char next = text.charAt(at++);
            if (quote && slashes % 2 == 0) {
                inQuotes = !inQuotes;
                inWord = true;
            } else if (next == ' ' && !inQuotes) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(next);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
