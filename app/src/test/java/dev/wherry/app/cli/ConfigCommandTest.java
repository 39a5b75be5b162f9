// "wherry config" and "wherry init", as somebody at a terminal would use them, on a machine that does not run.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.ConfigTemplate;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ConfigCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private MachineFiles files;
    private Path file;

    @BeforeEach
    @AfterEach
    void beginAndEndWithoutFiles() throws Exception {
        files = MachineOption.catalog().files(MachineFiles.DEFAULT_NAME);
        file = files.config();
        Files.deleteIfExists(file);
        new AgentLauncher(Directories.ofCurrentUser(), MachineFiles.DEFAULT_NAME).quit();
        Files.deleteIfExists(files.disk());
    }

    @Test
    void initExplainsEverySettingAndIsTheSameWhenDoneTwice() throws Exception {
        assertThat(wherry("init")).isZero();
        assertThat(file).hasContent(ConfigTemplate.of(Defaults.ofThisComputer()));
        assertThat(err.toString()).contains("Made " + file + ".\n", "Made the machine \"default\".");
        assertThat(files.disk()).exists();

        assertThat(wherry("init", "--cpus", "3", "--stage-timeout", "60")).isZero();
        assertThat(err.toString()).contains("cpus: ", "-> 3. Takes effect at the next \"wherry up\".", "Kept " + file);
        assertThat(Files.readString(file)).contains("\ncpus: 3\n", "\nstage_timeout: 60\n");
        String content = Files.readString(file);
        assertThat(wherry("init")).isZero();
        assertThat(file).hasContent(content);
    }

    @Test
    void whatIsSetIsShownWithItsOrigin() throws Exception {
        write("# mine\ncpus: 1 # one\nengine:\n  debug: true\n");
        assertThat(wherry("config", "set", "memory", "3GiB")).isZero();
        assertThat(file).hasContent("# mine\ncpus: 1 # one\nengine:\n  debug: true\nmemory: 3GiB\n");

        assertThat(wherry("config", "show", "--origin")).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " "))).containsExactly(
                "cpus 1 " + file + ":2", "memory 3GiB " + file + ":5", "disk 64GiB default", "accelerator auto default",
                "stage_timeout 120 default", "engine.debug true " + file + ":4",
                "shares {} default", "ports {} default", "proxy {} default", "host {} default", "idle {} default",
                "updates {} default");

        assertThat(wherry("config")).isZero();
        assertThat(out.toString()).contains("cpus           1\n").doesNotContain(file.toString());

        assertThat(wherry("config", "unset", "engine.debug")).isZero();
        assertThat(file).hasContent("# mine\ncpus: 1 # one\nmemory: 3GiB\n");
        assertThat(wherry("config", "unset", "engine.debug")).isZero();
        assertThat(err.toString()).contains("\"engine.debug\" is not set in " + file);
    }

    @Test
    void whatToRunNextNamesTheMachineUnlessItIsTheDefaultOne() throws Exception {
        MachineFiles work = MachineOption.catalog().files("work");
        Files.createDirectories(work.folder());
        Files.write(work.disk(), new byte[0]);
        try {
            assertThat(wherry("config", "set", "-m", "work", "cpus", "3")).isZero();
            assertThat(err.toString()).contains("Takes effect at the next \"wherry -m work up\".");
            assertThat(wherry("-m", "work", "config", "get", "engine.debug")).isEqualTo(1);
            assertThat(err.toString()).contains("Set it with \"wherry -m work config set\".");
        } finally {
            Files.deleteIfExists(work.disk());
            Files.deleteIfExists(work.config());
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void programsGetJson() throws Exception {
        write("engine: {log-opts: {max-size: 1m}}");
        assertThat(wherry("config", "show", "--json")).isZero();
        JsonNode plain = new ObjectMapper().readTree(out.toString());
        assertThat(plain.path("stage_timeout").asInt()).isEqualTo(120);
        assertThat(plain.at("/engine/log-opts/max-size").asText()).isEqualTo("1m");

        assertThat(wherry("config", "show", "--json", "--origin")).isZero();
        JsonNode withOrigin = new ObjectMapper().readTree(out.toString());
        assertThat(withOrigin.at("/disk/value").asText()).isEqualTo("64GiB");
        assertThat(withOrigin.at("/disk/origin").asText()).isEqualTo("default");
        assertThat(withOrigin.at("/engine/origin").asText()).isEqualTo(file + ":1");
    }

    @Test
    void getAndPathPrintTheBareValue() throws Exception {
        write("engine:\n  dns: [1.1.1.1]\n");
        assertThat(wherry("config", "get", "disk")).isZero();
        assertThat(out.toString()).isEqualTo("64GiB\n");
        assertThat(wherry("config", "get", "engine.dns")).isZero();
        assertThat(out.toString()).isEqualTo("[\"1.1.1.1\"]\n");
        assertThat(wherry("config", "get", "engine.debug")).isEqualTo(1);
        assertThat(err.toString()).contains("\"engine.debug\" is not set");
        assertThat(wherry("config", "path")).isZero();
        assertThat(out.toString()).isEqualTo(file + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            config get memroy           | did you mean "memory"?
            config set cpu 2            | did you mean "cpus"?
            config set cpus two         | "cpus" cannot be "two"; it takes a whole number from 1 to 64.
            config set memory 1MiB      | "memory" cannot be "1MiB"; it takes a size from 512MiB, such as 2GiB.
            config set cpus             | VALUE
            config shwo                 | show
            init --cpus 99              | --cpus: "cpus" cannot be 99; it takes a whole number from 1 to 64.
            """)
    void wrongUsageIsAnsweredWithWhatIsRight(String line, String complaint) {
        assertThat(wherry(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(complaint);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"config show", "config get cpus", "config set disk 8GiB", "config unset cpus", "init --cpus 2"})
    void aBrokenFileIsNamedWithItsLineAndLeftAlone(String line) throws Exception {
        write("cpus: 1\ncpus: 2\n");
        assertThat(wherry(line.split(" "))).isEqualTo(3);
        assertThat(err.toString()).contains(file + ", line 2", "Correct that line");
        assertThat(file).hasContent("cpus: 1\ncpus: 2\n");
    }

    @Test
    void aSwitchIsWrittenAndShownInTheWordsThatItTakes() throws Exception {
        assertThat(wherry("config", "set", "shares.home", "off")).isZero();
        assertThat(file).content().contains("\nshares:\n  home: off\n");
        assertThat(err.toString()).contains("shares: {} -> {\"home\": off}.");
        assertThat(wherry("config", "get", "shares.home")).isZero();
        assertThat(out.toString()).isEqualTo("off\n");
    }

    @Test
    void theDataDiskIsNeverToldToShrink() throws Exception {
        write("disk: 20GiB\n");
        Files.createDirectories(files.folder());
        try (RandomAccessFile disk = new RandomAccessFile(files.disk().toFile(), "rw")) {
            disk.setLength(20L << 30);
        }
        assertThat(wherry("config", "set", "disk", "10GiB")).isEqualTo(3);
        assertThat(err.toString()).contains("has 20GiB", "only 10GiB", "cannot shrink");
        assertThat(file).hasContent("disk: 20GiB\n");
        assertThat(wherry("config", "set", "disk", "30GiB")).isZero();
        assertThat(err.toString()).contains("disk: 20GiB -> 30GiB. Takes effect at the next \"wherry up\".");
    }

    @Test
    void everyKeyButTheEnginesHasAFlag() {
        CommandLine init = new CommandLine(new InitCommand());
        for (ConfigKey key : ConfigKey.values()) {
            key.flag().ifPresent(flag -> assertThat(init.getCommandSpec().findOption(flag)).as(flag).isNotNull());
        }
    }

    private void write(String content) throws Exception {
        Files.writeString(Files.createDirectories(file.getParent()).resolve(file.getFileName()), content);
    }

    private int wherry(String... line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine(line).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(line);
    }
}
