// Paths in containers.
package dev.wherry.app.window.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePathTest {

    @ParameterizedTest
    @CsvSource({"/var/log, ., /var/log", "/var/log, .., /var", "/, .., /", "/var, log/x, /var/log/x",
            "/var, /etc, /etc",
            "/, a b//c/, /a b/c", "/a, ../../b, /b"})
    void resolvesWhatSomebodyTypes(String folder, String typed, String resolved) {
        assertThat(FilePath.resolve(folder, typed)).isEqualTo(resolved);
    }

    @Test
    void theWayBeginsAtTheTop() {
        assertThat(FilePath.way("/")).containsExactly("/");
        assertThat(FilePath.way("/var/log/app")).containsExactly("/", "/var", "/var/log", "/var/log/app");
    }

    @Test
    void theLastPartIsTheName() {
        assertThat(FilePath.name("/var/log")).isEqualTo("log");
        assertThat(FilePath.name("/")).isEqualTo("/");
    }
}
