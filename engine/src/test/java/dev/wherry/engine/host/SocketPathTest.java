// Sockets under long home folders.
package dev.wherry.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketPathTest {

    @Test
    void aShortPathStaysAndItsFolderIsForTheUserAlone() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "w");
        Path wanted = folder.resolve("run/agent.sock");
        try {
            assertThat(SocketPath.fitting(wanted)).isEqualTo(wanted);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run"))))
                    .isEqualTo("rwx------");
        } finally {
            Files.delete(folder.resolve("run"));
            Files.delete(folder);
        }
    }

    @Test
    void aLongPathFallsBackToTheSameShortOneEachTime(@TempDir Path folder) throws IOException {
        Path wanted = folder.resolve("ñ".repeat(60)).resolve("docker.sock");
        Path first = SocketPath.fitting(wanted);
        try {
            assertThat(SocketPath.fits(first)).isTrue();
            assertThat(first.getFileName()).hasToString("docker.sock");
            assertThat(SocketPath.fitting(wanted)).isEqualTo(first);
            assertThat(SocketPath.fitting(wanted.resolveSibling("agent.sock")).getParent())
                    .isEqualTo(first.getParent());
        } finally {
            Files.delete(first.getParent());
        }
    }
}
