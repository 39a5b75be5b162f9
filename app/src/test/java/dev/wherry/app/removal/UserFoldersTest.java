// What "wherry delete --all" takes from the disk, and what it leaves.
package dev.wherry.app.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.wherry.engine.host.Directories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {

    @TempDir
    private Path home;

    private Directories filled(Path common) throws IOException {
        Directories directories = new Directories(common.resolve("config"), common.resolve("data"),
                common.resolve("logs"), common.resolve("run"));
        for (Path folder : List.of(directories.config(), directories.data(), directories.logs(),
                directories.runtime())) {
            Files.createDirectories(folder.resolve("within"));
            Files.writeString(folder.resolve("within").resolve("file"), "something");
        }
        return directories;
    }

    @Test
    void nothingIsLeftOfTheFoldersNorOfTheOneThatHeldThem() throws IOException {
        Path common = home.resolve("wherry");
        new UserFolders(filled(common), common).delete();
        assertThat(common).doesNotExist();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatIsNotWherrysStaysInTheFolderThatHeldThem() throws IOException {
        Path common = home.resolve("wherry");
        Directories directories = filled(common);
        Path other = Files.writeString(common.resolve("letter"), "Dear Sir");
        new UserFolders(directories, common).delete();
        assertThat(common).isDirectoryContaining(path -> path.equals(other));
        assertThat(directories.config()).doesNotExist();
    }

    @Test
    void aFolderThatALinkHasMovedIsDeletedWithTheLink() throws IOException {
        Directories directories = filled(home.resolve("wherry"));
        Path elsewhere = home.resolve("large");
        Files.move(directories.data(), elsewhere);
        Files.createSymbolicLink(directories.data(), elsewhere);
        new UserFolders(directories, null).delete();
        assertThat(elsewhere).doesNotExist();
        assertThat(directories.data()).doesNotExist();
    }

    @Test
    void aLinkInAFolderIsDeletedButNotWhatItLeadsTo() throws IOException {
        Directories directories = filled(home.resolve("wherry"));
        Path mine = Files.createDirectory(home.resolve("mine"));
        Files.writeString(mine.resolve("thesis"), "200 pages");
        Files.createSymbolicLink(directories.data().resolve("shortcut"), mine);
        new UserFolders(directories, null).delete();
        assertThat(mine.resolve("thesis")).exists();
    }

    @Test
    void foldersThatWereNeverMadeAreNoTrouble() throws IOException {
        Path common = home.resolve("wherry");
        Directories none = new Directories(common.resolve("config"), common.resolve("data"), common.resolve("logs"),
                common.resolve("run"));
        new UserFolders(none, common).delete();
        assertThat(common).doesNotExist();
    }
}
