// Taking away all that Wherry keeps for a user, where no machine runs.
package dev.wherry.app.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.wherry.app.process.RunningProgram;
import dev.wherry.app.settings.MachineContext;
import dev.wherry.engine.host.Autostart;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.linux.XdgAutostart;
import dev.wherry.engine.machine.MachineCatalog;
import dev.wherry.engine.machine.MachineFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

    @TempDir
    private Path home;
    private Directories directories;

    @BeforeEach
    void makeFolders() throws IOException {
        directories = new Directories(home.resolve("c"), home.resolve("d"), home.resolve("l"), home.resolve("r"));
        Files.createDirectories(directories.config());
        Files.writeString(directories.config().resolve("wherry.yaml"), "cpus: 2\n");
        Files.createDirectories(directories.runtime());
    }

    private Removal removal() {
        return new Removal(directories, Map.of(), home, autostart());
    }

    private Autostart autostart() {
        return XdgAutostart.of(Map.of(), home);
    }

    @Test
    void settingsContextAndTheStartAtLoginGo() throws Exception {
        autostart().enable(List.of("/usr/bin/wherry-desktop", "--hidden"));
        new MachineContext(MachineFiles.DEFAULT_NAME, new MachineCatalog(directories).files(MachineFiles.DEFAULT_NAME),
                Map.of(), home).install(true);
        removal().run(progress -> {
        });
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void nothingGoesWhileTheAppRuns() throws Exception {
        // A lock of this very process would not be seen as another's.
        try (RunningProgram app = RunningProgram.java(Map.of(), List.of(), AppLock.class, lockFile().toString())) {
            await().atMost(Duration.ofSeconds(20)).until(() -> app.output().contains("locked"));
            assertThatThrownBy(() -> removal().run(progress -> {
            })).hasMessageContaining("is running");
            assertThat(directories.config().resolve("wherry.yaml")).exists();
        }
    }

    private Path lockFile() {
        return directories.runtime().resolve("app.lock");
    }

    /** Holds the lock that the app holds. */
    static final class AppLock {

        public static void main(String[] arguments) throws Exception {
            try (FileChannel file = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock lock = file.lock()) {
                System.out.println(lock.isValid() ? "locked" : "not locked");
                System.in.read();
            }
        }
    }
}
