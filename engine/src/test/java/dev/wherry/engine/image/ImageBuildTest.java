// The guest image can be built again by anybody, and comes out the same.
package dev.wherry.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ImageBuildTest {

    private static final Path SCRIPT = Path.of("..", "vm-image", "build");

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void twoBuildsFromTheSamePackagesAreTheSameToTheByte() throws Exception {
        build("one");
        build("other");
        for (String file : new String[]{"manifest.json", "kernel", "initrd", "root.img"}) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("other").resolve(file));
        }
        assertThat(folder.resolve("one/SHA256SUMS")).hasSameTextualContentAs(folder.resolve("other/SHA256SUMS"));
    }

    private void build(String name) throws Exception {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "--force", "--output",
                folder.resolve(name).toString()).redirectErrorStream(true).redirectOutput(log.toFile());
        // How hard it is compressed takes minutes and does not matter here.
        builder.environment().put("WHERRY_COMPRESSION_LEVEL", "1");
        Process build = builder.start();
        boolean ended = build.waitFor(6, TimeUnit.MINUTES);
        build.destroyForcibly();
        assertThat(ended && build.exitValue() == 0).as("%s", Files.readString(log)).isTrue();
    }
}
