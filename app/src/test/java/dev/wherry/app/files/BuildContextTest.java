// What a build sends, and what .dockerignore keeps.
package dev.wherry.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildContextTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "temp;              temp;               true",
            "temp;              temp/deep/file;     true",
            "temp;              sub/temp;           false",
            "/temp/;            temp/x;             true",
            "./temp;            temp;               true",
            "*/temp*;           sub/temporary.txt;  true",
            "*/temp*;           a/b/temp;           false",
            "temp?;             tempa;              true",
            "temp?;             temp;               false",
            "**/*.class;        A.class;            true",
            "**/*.class;        a/b/A.class;        true",
            "**;                a/b;                true",
            "a/**/z;            a/z;                true",
            "a/**/z;            a/b/c/z;            true",
            "[a-c].txt;         b.txt;              true",
            "[a-c].txt;         d.txt;              false",
            "[^a].txt;          a.txt;              false",
            "a^b;               a^b;                true",
            "../temp;           temp;               true",
            "file\\*;           file*;              true",
            "file\\*;           filed;              false",
            "a.c;               abc;                false",
            "# a;               # a;                false",
            "*.md|!README.md;   README.md;          false",
            "*.md|!README.md;   other.md;           true",
            "!README.md|*.md;   README.md;          true",
            "dir|!dir/keep;     dir/keep/x;         false"})
    void patternsFitAsDockerSays(String patterns, String name, boolean left) throws IOException {
        assertThat(DockerIgnore.parse(List.of(patterns.split("\\|"))).leavesOut(name)).isEqualTo(left);
    }

    @Test
    void whatIsIgnoredStaysAtHomeAndTheDockerfileNever() throws IOException {
        write("Dockerfile", "FROM scratch");
        write(".dockerignore", "node_modules\n**/*.log\nDockerfile\n.dockerignore\n");
        write("src/a.js", "a");
        write("src/b.log", "b");
        write("node_modules/x/y.js", "y");
        assertThat(BuildContext.of(folder, "Dockerfile").names())
                .containsExactlyInAnyOrder("Dockerfile", ".dockerignore", "src", "src/a.js");
    }

    @Test
    void whatIsTakenBackIsFoundInAFolderThatIsLeftOut() throws IOException {
        write("Dockerfile", "FROM scratch");
        write(".dockerignore", "*\n!target/app.jar\n");
        write("target/app.jar", "a");
        write("target/classes/b", "b");
        assertThat(BuildContext.of(folder, "Dockerfile").names())
                .containsExactlyInAnyOrder("Dockerfile", ".dockerignore", "target/app.jar");
    }

    @Test
    void aDockerfileInAFolderThatIsLeftOutGoesAlongAllTheSame() throws IOException {
        write("docker/Dockerfile", "FROM scratch");
        write(".dockerignore", "docker\n");
        assertThat(BuildContext.of(folder, "docker/Dockerfile").names())
                .containsExactlyInAnyOrder("docker/Dockerfile", ".dockerignore");
    }

    @Test
    void aFolderWithoutADockerfileIsRefused() {
        assertThatIOException().isThrownBy(() -> BuildContext.of(folder, "Dockerfile"))
                .withMessageContainingAll(folder.toString(), "no file Dockerfile");
        assertThatIOException().isThrownBy(() -> BuildContext.of(folder, "../Dockerfile"));
    }

    @Test
    void aMalformedPatternIsShown() {
        assertThatIOException().isThrownBy(() -> DockerIgnore.parse(List.of("[a"))).withMessageContaining("[a");
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
