// What it means that a file is the user's alone, however the system says so.
package dev.wherry.engine.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Each kind of file system's test extends this. */
abstract class PrivateFilesContract {

    /** An empty folder that others may open. */
    abstract Path folder() throws IOException;

    /** Lets others open {@code path}. */
    abstract void open(Path path) throws IOException;

    abstract boolean isUsersAlone(Path path) throws IOException;

    @Test
    void aKeyIsReadableByTheUserAlone() throws IOException {
        Path key = folder().resolve("id_ed25519");
        PrivateFiles.write(key, "secret".getBytes(UTF_8));
        assertThat(Files.readString(key)).isEqualTo("secret");
        assertThat(isUsersAlone(key)).isTrue();
        assertThat(content(folder())).containsExactly(key);
    }

    @Test
    void anOpenFileIsClosedWhenItIsWrittenAnew() throws IOException {
        Path key = Files.writeString(folder().resolve("key"), "old");
        open(key);
        assertThat(isUsersAlone(key)).isFalse();
        PrivateFiles.write(key, "new".getBytes(UTF_8));
        assertThat(isUsersAlone(key)).isTrue();
        assertThat(Files.readString(key)).isEqualTo("new");
    }

    @Test
    void whatIsTheUsersOwnToOpenStaysOpen() throws IOException {
        Path config = Files.writeString(folder().resolve("wherry.yaml"), "cpus: 2");
        open(config);
        PrivateFiles.update(config, "cpus: 4".getBytes(UTF_8));
        assertThat(Files.readString(config)).isEqualTo("cpus: 4");
        assertThat(isUsersAlone(config)).isFalse();
    }

    @Test
    void aFolderAndWhatIsMissingAboveItAreClosed() throws IOException {
        Path keys = folder().resolve("machines").resolve("keys");
        PrivateFiles.createDirectories(keys);
        assertThat(isUsersAlone(keys)).isTrue();
        open(keys);
        PrivateFiles.createDirectories(keys);
        assertThat(isUsersAlone(keys)).isTrue();
    }

    @Test
    void aFileThatIsThereIsClosedOnRequest() throws IOException {
        Path disk = Files.writeString(folder().resolve("disk.img"), "data");
        open(disk);
        PrivateFiles.restrictToOwner(disk);
        assertThat(isUsersAlone(disk)).isTrue();
        assertThat(Files.readString(disk)).isEqualTo("data");
    }

    private static Stream<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        }
    }
}
