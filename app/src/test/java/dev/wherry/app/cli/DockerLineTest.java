package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerLineTest {

    @Test
    void dockerRunsInTheCallersFolder() {
        assertThat(DockerLine.of(List.of("build", "-t", "a b", "."), Path.of("/home/me/it's here"), false))
                .isEqualTo("cd '/home/me/it'\\''s here' 2>/dev/null; exec docker build -t 'a b' .");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            C:\\work:/src,                                   /c/work:/src
            C:/my work:/src:ro,                              "'/c/my work:/src:ro'"
            --volume=D:\\a\\b:/b,                            --volume=/d/a/b:/b
            "type=bind,source=C:\\work,target=/src",         "type=bind,source=/c/work,target=/src"
            "--mount=type=bind,src=C:\\work,dst=/src",       "--mount=type=bind,src=/c/work,dst=/src"
            volume:/data,                                    volume:/data
            sh,                                              sh
            """)
    void foldersOfWindowsAreFoundInTheGuest(String given, String passedOn) {
        assertThat(DockerLine.of(List.of(given), Path.of("/"), true)).endsWith(" exec docker " + passedOn);
        assertThat(DockerLine.of(List.of(given), Path.of("/"), false)).doesNotContain(" /c/");
    }
}
