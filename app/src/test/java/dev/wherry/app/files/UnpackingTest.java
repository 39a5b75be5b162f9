// A container's tar on the host: everything arrives, and nothing escapes.
package dev.wherry.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

    @TempDir
    private Path folder;
    private Path root;
    private Path outside;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        outside = Files.createDirectory(folder.resolve("outside"));
    }

    @Test
    void filesFoldersAndLinksArrive() throws IOException {
        assertThat(unpack(new Tars().folder("a").file("a/b", "text").link("a/l", "/nowhere").hardLink("h", "a/b")
                .file("no/folder/entry", "x"))).isEmpty();
        assertThat(root.resolve("a/b")).hasContent("text");
        assertThat(root.resolve("h")).hasContent("text");
        assertThat(root.resolve("no/folder/entry")).hasContent("x");
        assertThat(Files.readSymbolicLink(root.resolve("a/l"))).isEqualTo(Path.of("/nowhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/evil", "a/../../outside/evil", "/../outside/evil"})
    void aNameThatLeadsOutIsRefused(String name) {
        assertThatIOException().isThrownBy(() -> unpack(new Tars().file(name, "x")))
                .withMessageContaining("leads out of the folder");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void nothingIsWrittenThroughALink() {
        for (String name : new String[]{"l/evil", "l/deeper/evil"}) {
            assertThatIOException()
                    .isThrownBy(() -> unpack(new Tars().link("l", outside.toString()).file(name, "x")))
                    .withMessageContaining("leads through a link");
            assertThat(outside).isEmptyDirectory();
        }
    }

    @Test
    void aLinkToAFileIsNotWrittenToEither() throws IOException {
        Path victim = Files.writeString(outside.resolve("victim"), "kept");
        assertThat(unpack(new Tars().link("l", victim.toString()).file("l", "x"))).containsExactly("l");
        assertThat(victim).hasContent("kept");
    }

    @Test
    void aHardLinkReachesNothingOutside() throws IOException {
        Files.writeString(outside.resolve("secret"), "s");
        assertThatIOException().isThrownBy(() -> unpack(new Tars().hardLink("h", "../outside/secret")));
        assertThat(root.resolve("h")).doesNotExist();
    }

    @Test
    void whatTheHostCannotHaveIsLeftOutAndTold() throws IOException {
        assertThat(unpack(new Tars().device("null").file("x", "1").file("x", "2").file("y", "3")))
                .containsExactly("null", "x");
        assertThat(root.resolve("x")).hasContent("1");
        assertThat(root.resolve("y")).hasContent("3");
    }

    private List<String> unpack(Tars tar) throws IOException {
        return new Unpacking(root).unpack(tar.open());
    }
}
