// Words that a shell must take as they are.
package dev.wherry.engine.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "", " ", "it's", "a\"b", "$HOME", "`id`", "a\nb", "--flag=x y", "*", "~", "é",
            "\\"})
    void aShellReadsBackWhatWasQuoted(String word) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.quote(word)).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(word);
    }

    @Test
    void wordsWithoutSpecialLettersStayReadable() {
        assertThat(ShellWord.line(List.of("docker", "run", "-p", "8080:80", "it's"))).isEqualTo(
                "docker run -p 8080:80 'it'\\''s'");
    }
}
