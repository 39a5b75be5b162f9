// Leftovers are told from what is in use, and from what is not ours.
package dev.wherry.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleFilesTest {

    @TempDir
    private Path home;
    private Directories directories;
    private MachineFiles files;

    @BeforeEach
    void makeAMachine() throws Exception {
        directories = new Directories(home.resolve("c"), home.resolve("d"), home.resolve("l"), home.resolve("r"));
        files = MachineFiles.of(directories, "default");
        Files.createDirectories(files.folder());
        Files.createFile(files.disk());
    }

    private List<Path> stale() throws Exception {
        return new StaleFiles(directories, directories.runtime()).find();
    }

    @Test
    void aSocketIsStaleWhenNobodyListensAtIt() throws Exception {
        Path dead = directories.runtime().resolve("docker-gone.sock");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(dead)).close();
        Files.createFile(directories.runtime().resolve("docker-foreign.sock"));
        Files.createDirectory(directories.runtime().resolve("docker-folder.sock"));
        try (ServerSocketChannel alive = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            alive.bind(UnixDomainSocketAddress.of(files.engineSocket()));
            assertThat(stale()).containsExactly(dead);
        }
    }

    @Test
    void theTracesOfAVmThatIsGoneAreStale() throws Exception {
        Files.writeString(files.vm().pidFile(), Long.toString(ProcessHandle.current().pid()));
        Files.createFile(files.vmRecord());
        assertThat(stale()).as("this process is no QEMU; the record of a VM outlives it")
                .containsExactly(files.vm().pidFile());
    }

    @Test
    void aDraftIsStaleOnceItIsOld() throws Exception {
        Path draft = Files.createFile(files.folder().resolve(".machine.json123.new"));
        assertThat(stale()).isEmpty();
        Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        assertThat(stale()).containsExactly(draft);
    }

    @Test
    void theFixRemovesThemAll() throws Exception {
        Files.writeString(files.vm().pidFile(), "1");
        StaleFilesCheck check = new StaleFilesCheck(
                new Subject(directories, "default", files, Map.of(), home));
        Finding finding = check.run();
        assertThat(finding.outcome()).isEqualTo(Outcome.WARNING);
        Fix fix = finding.automatic();
        assertThat(fix == null ? "" : fix.apply()).contains(files.vm().pidFile().toString());
        assertThat(files.vm().pidFile()).doesNotExist();
        assertThat(check.run().outcome()).isEqualTo(Outcome.PASSED);
    }
}
