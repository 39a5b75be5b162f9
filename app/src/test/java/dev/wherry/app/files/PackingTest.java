// Files of the host in a tar.
package dev.wherry.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {

    @TempDir
    private Path folder;

    @Test
    void everythingIsPackedUnderItsOwnName() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree/deep"));
        String big = "0123456789abcdef".repeat(10_000);
        String longName = "n".repeat(150) + " ü";
        Files.writeString(tree.resolve("big"), big);
        Files.writeString(tree.resolve(longName), "x");
        Files.createFile(tree.resolve("empty"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("../elsewhere"));
        Path single = Files.writeString(folder.resolve("single"), "1");

        FileSelection selection = FileSelection.of(List.of(folder.resolve("tree"), single));
        assertThat(selection.bytes()).isEqualTo(big.length() + 2);
        assertThat(selection.count()).isEqualTo(7);
        try (TarInput tar = selection.tar()) {
            assertThat(Tars.read(tar)).containsOnly(entry("tree/", ""), entry("tree/deep/", ""),
                    entry("tree/deep/big", big), entry("tree/deep/" + longName, "x"), entry("tree/deep/empty", ""),
                    entry("tree/deep/link", "-> ../elsewhere"), entry("single", "1"));
            assertThat(tar.packed()).isEqualTo(selection.bytes());
        }
    }

    @Test
    void permissionsGoAlongAndOwnersDoNot() throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "x");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x--x"));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(FileSelection.of(List.of(script)).tar())) {
            assertThat(tar.getNextEntry()).satisfies(packed -> {
                assertThat(packed.getMode() & 0777).isEqualTo(0751);
                assertThat(packed.getLongUserId()).isZero();
            });
        }
    }

    @Test
    void aFileThatShrinksMeanwhileIsNamed() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "0123456789");
        FileSelection selection = FileSelection.of(List.of(log));
        Files.writeString(log, "0");
        try (TarInput tar = selection.tar()) {
            assertThatIOException().isThrownBy(tar::readAllBytes).withMessageContainingAll(log.toString(), "shorter");
        }
    }

    @Test
    void aWholeDiskIsRefused() {
        assertThatIOException().isThrownBy(() -> FileSelection.of(List.of(Path.of("/"))))
                .withMessageContaining("whole disk");
    }
}
