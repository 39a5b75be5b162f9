package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareRulesTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderCanBeShared() {
        assertThat(ShareRules.objection(share(folder), List.of(share(folder)))).isEmpty();
    }

    @Test
    void whatIsNotThereOrNoFolderCannot() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(ShareRules.objection(share(folder.resolve("none")), List.of())).contains("is not there");
        assertThat(ShareRules.objection(share(file), List.of()))
                .contains("is not a folder; share the folder that it is in");
    }

    @Test
    void aFolderInsideASharedOneCannot() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path sibling = Files.createDirectory(folder.resolve("inner2"));
        List<Share> all = List.of(share(folder), share(inner));
        assertThat(ShareRules.objection(share(inner), all))
                .contains("lies in " + folder + ", which is shared already");
        assertThat(ShareRules.objection(share(folder), all)).isEmpty();
        assertThat(ShareRules.objection(share(sibling), List.of(share(inner), share(sibling)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/usr", "/etc", "/tmp", "/proc/1", "/var", "/dev"})
    void whatTheGuestConsistsOfCannotBeHidden(String system) {
        assertThat(ShareRules.objection(new Share(folder, system, false, "test"), List.of()))
                .hasValueSatisfying(why -> assertThat(why).contains("would hide " + system));
    }

    private static Share share(Path folder) {
        return Share.of(folder, false, "test");
    }
}
