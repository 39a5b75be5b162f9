// The form of a build, over real folders.
package dev.wherry.app.window.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildModelTest {

    @TempDir
    Path folder;

    private final BuildModel model = new BuildModel();

    @BeforeAll
    static void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void aFolderWithADockerfileIsEnough() throws IOException {
        Files.createFile(folder.resolve("Dockerfile"));
        model.edit(draft -> draft.withFolder(" " + folder + " "));
        assertThat(model.problems().get()).isEmpty();
    }

    @Test
    void theFolderHasToBeThere() {
        assertThat(model.problems().get()).containsEntry("folder", "Choose a folder.");
        model.edit(draft -> draft.withFolder(folder.resolve("nowhere").toString()));
        assertThat(model.problems().get()).containsEntry("folder", "There is no such folder.");
        model.edit(draft -> draft.withFolder("a\0b"));
        assertThat(model.problems().get()).containsEntry("folder", "There is no such folder.");
    }

    @Test
    void theDockerfileHasToBeInIt() throws IOException {
        model.edit(draft -> draft.withFolder(folder.toString()));
        assertThat(model.problems().get()).containsEntry("dockerfile",
                "There is no file \"Dockerfile\" in the folder.");
        Files.createDirectory(folder.resolve("docker"));
        Files.createFile(folder.resolve("docker/web.Dockerfile"));
        model.edit(draft -> draft.withDockerfile("docker/web.Dockerfile"));
        assertThat(model.problems().get()).isEmpty();
        model.edit(draft -> draft.withDockerfile("a\0b"));
        assertThat(model.problems().get()).containsOnlyKeys("dockerfile");
    }

    @Test
    void theNameAndTheArgumentsAreChecked() throws IOException {
        Files.createFile(folder.resolve("Dockerfile"));
        model.edit(draft -> draft.withFolder(folder.toString()).withTag("Team/web")
                .withArguments(List.of(new RunDraft.Variable("", "1"))));
        assertThat(model.problems().get()).containsOnlyKeys("tag", "arguments");
        model.edit(draft -> draft.withTag("team/web:1.0").withArguments(List.of(new RunDraft.Variable("VERSION", "1"),
                RunDraft.Variable.BLANK)));
        assertThat(model.problems().get()).isEmpty();
    }
}
