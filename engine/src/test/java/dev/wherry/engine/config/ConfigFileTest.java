// What the configuration file takes, and how plainly it refuses the rest.
package dev.wherry.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.wherry.engine.hypervisor.Accelerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

    private static final MachineConfig DEFAULTS = MachineConfig.defaultsFor(8, DataSize.ofGiB(16));

    @TempDir
    private Path folder;

    @Test
    void everyKeyIsRead() throws Exception {
        MachineConfig config = read("""
                # a comment
                cpus: 3
                memory: 3GiB
                disk: 20 GB
                accelerator: tcg
                stage_timeout: 30
                engine:
                  debug: true
                """);
        assertThat(config.cpus()).isEqualTo(3);
        assertThat(config.memory()).isEqualTo(DataSize.ofGiB(3));
        assertThat(config.disk()).isEqualTo(DataSize.ofGiB(20));
        assertThat(config.accelerator()).isEqualTo(Accelerator.TCG);
        assertThat(config.stageTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.engine()).containsEntry("debug", BooleanNode.TRUE);
    }

    @Test
    void noFileAnEmptyOneAndOneOfCommentsMeanTheDefaults() throws Exception {
        assertThat(new ConfigFile(folder.resolve("none")).read(DEFAULTS)).isEqualTo(DEFAULTS);
        assertThat(read("")).isEqualTo(DEFAULTS);
        assertThat(read("# nothing yet\n")).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpus: two           | line 2: "cpus" cannot be "two"; it takes a whole number from 1 to 64
            cpus: 0             | line 2: "cpus" cannot be 0
            cpus: 2.5           | line 2: "cpus" cannot be 2.5
            memory: 2           | line 2: "memory" cannot be 2; it takes a size from 512MiB, such as 2GiB
            memory: 1MiB        | line 2: "memory" cannot be "1MiB"
            memory: 999999999T  | line 2: "memory" cannot be "999999999T"
            memroy: 2GiB        | line 2: there is no key "memroy"; the keys are cpus, memory, disk
            accelerator: fast   | line 2: "accelerator" cannot be "fast"; it takes auto, hvf, kvm, whpx or tcg
            engine: yes         | line 2: "engine" cannot be
            '"cpus: 2'          | line 2
            """)
    void aWrongLineIsNamedWithWhatIsAllowed(String line, String complaint) {
        assertThatThrownBy(() -> read("# first\n" + line + "\n")).isInstanceOf(ConfigException.class)
                .hasMessageContaining("wherry.yaml, ").hasMessageContaining(complaint);
    }

    @Test
    void aKeyGivenTwiceAndAFileThatIsAListAreRefused() {
        assertThatThrownBy(() -> read("cpus: 1\ncpus: 2\n")).hasMessageContaining("line 2")
                .hasMessageContaining("cpus");
        assertThatThrownBy(() -> read("- cpus\n")).hasMessageContaining("line 1").hasMessageContaining("key: value");
    }

    @Test
    void theFileIsLeftAsItIs() throws IOException {
        Path file = folder.resolve("wherry.yaml");
        assertThatThrownBy(() -> read("cpus: x")).isInstanceOf(ConfigException.class);
        assertThat(file).hasContent("cpus: x");
    }

    private MachineConfig read(String content) throws IOException, ConfigException {
        Path file = folder.resolve("wherry.yaml");
        Files.writeString(file, content);
        return new ConfigFile(file).read(DEFAULTS);
    }
}
