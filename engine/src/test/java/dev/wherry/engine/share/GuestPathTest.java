package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestPathTest {

    @Test
    void aPathOfUnixStaysWhatItIs() {
        assertThat(GuestPath.of(Path.of("/Users/me/my work"))).isEqualTo("/Users/me/my work");
        assertThat(GuestPath.of(Path.of("/home/me/../you/."))).isEqualTo("/home/you");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            C:\\Users\\me,        /c/Users/me
            D:/work/a b,          /d/work/a b
            c:\\,                 /c
            \\\\?\\C:\\long\\one, /c/long/one
            """)
    void aDriveOfWindowsIsAFolder(String windows, String guest) {
        assertThat(GuestPath.ofWindows(windows)).contains(guest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c/Users", "C:relative", "name", "\\\\server\\share", "web:/data"})
    void whatHasNoDriveIsLeftAlone(String path) {
        assertThat(GuestPath.ofWindows(path)).isEmpty();
    }
}
