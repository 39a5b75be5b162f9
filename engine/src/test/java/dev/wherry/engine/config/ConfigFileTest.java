// What the configuration file takes, and how plainly it refuses the rest.
package dev.wherry.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.forward.PortPolicy.Rule;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.proxy.ProxySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

    private static final Defaults DEFAULTS = new Defaults(8, DataSize.ofGiB(16));

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
        MachineConfig defaults = resolve(new ConfigFile(folder.resolve("none")));
        assertThat(defaults).isEqualTo(new MachineConfig(4, DataSize.ofGiB(4), DataSize.ofGiB(64), null,
                Duration.ofMinutes(2),
                List.of(new SharedFolder(Directories.home(), false, new Origin.Default())), PortPolicy.LOOPBACK,
                Map.of(), ProxySettings.AUTO, new HostSettings(true, false)));
        assertThat(read("")).isEqualTo(defaults);
        assertThat(read("# nothing yet\n")).isEqualTo(defaults);
        assertThat(read("---\nengine: # nothing yet\n")).isEqualTo(defaults);
        assertThat(read("accelerator: auto\n")).isEqualTo(defaults);
    }

    @Test
    void whatContainersReachOfThisComputerIsOnOrOff() throws Exception {
        assertThat(read("host:\n  loopback: off\n  ssh_agent: on\n").host()).isEqualTo(new HostSettings(false, true));
        assertThatThrownBy(() -> read("host:\n  loopback: never\n")).hasMessageContaining(
                "line 2: \"host.loopback\" cannot be \"never\"; it takes a map with loopback and ssh_agent (on or off)");
        assertThatThrownBy(() -> read("host:\n  lopback: off\n")).hasMessageContaining("\"host.lopback\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cpus: two           | line 2: "cpus" cannot be "two"; it takes a whole number from 1 to 64
            cpus: 0             | line 2: "cpus" cannot be 0
            cpus: 2.5           | line 2: "cpus" cannot be 2.5
            memory: 2           | line 2: "memory" cannot be 2; it takes a size from 512MiB, such as 2GiB
            memory: 1MiB        | line 2: "memory" cannot be "1MiB"
            memory: 999999999T  | line 2: "memory" cannot be "999999999T"
            memroy: 2GiB        | line 2: there is no key "memroy"; did you mean "memory"? The keys are cpus, memory, disk
            accelerator: fast   | line 2: "accelerator" cannot be "fast"; it takes auto, hvf, kvm, whpx or tcg
            colour: blue        | line 2: there is no key "colour"; the keys are cpus, memory, disk
            engine: yes         | line 2: "engine" cannot be
            cpus: *n            | line 2: the alias *n cannot be used
            {cpus: 99}          | line 2: "cpus" cannot be 99
            ? [cpus]            | line 2: Expected a field name
            '"cpus: 2'          | line 2
            """)
    void aWrongLineIsNamedWithWhatIsAllowed(String line, String complaint) {
        assertThatThrownBy(() -> read("# first\n" + line + "\n")).isInstanceOf(ConfigException.class)
                .hasMessageContaining("wherry.yaml, ").hasMessageContaining(complaint);
    }

    @Test
    void proxiesAreReadWithTheirLines() throws Exception {
        ProxySettings proxy = read("proxy:\n  http: none\n  https: http://proxy:3128\n  no: [.a, 10.0.0.0/8]\n")
                .proxy();
        assertThat(proxy.http()).isEqualTo(new ProxySettings.Choice.None());
        assertThat(proxy.https()).isInstanceOfSatisfying(ProxySettings.Choice.Fixed.class, fixed -> {
            assertThat(fixed.address()).hasToString("http://proxy:3128");
            assertThat(fixed.origin()).isEqualTo(folder.resolve("wherry.yaml") + ":3");
        });
        assertThat(proxy.exceptions()).containsExactly(".a", "10.0.0.0/8");
        assertThat(read("proxy: {no: 'a, b'}").proxy().exceptions()).containsExactly("a", "b");
        assertThat(read("proxy: {http: auto}").proxy()).isEqualTo(ProxySettings.AUTO);
        assertThatThrownBy(() -> read("proxy:\n  http: none\n  https: htp//proxy\n"))
                .hasMessageContaining(
                        "line 3: \"proxy.https\" cannot be \"htp//proxy\"; it takes a map with http and https");
        KeyPath path = KeyPath.parse("proxy.no");
        ConfigDocument set = ConfigDocument.parse(folder.resolve("wherry.yaml"), "").with(path, ".a,.b");
        assertThat(set.setting(path)).map(Setting::text).contains(".a,.b");
        assertThat(set.without(path).text()).isBlank();
    }

    @Test
    void portRulesAreReadHoweverTheirKeysAreQuoted() throws Exception {
        PortPolicy ports = read("ports:\n  bind: all\n  \"8080\": loopback\n  443: all\n  80: 8081\n").ports();
        assertThat(ports).isEqualTo(
                new PortPolicy(true,
                        Map.of(8080, new Rule.Bind(false), 443, new Rule.Bind(true), 80, new Rule.Move(8081))));
        assertThat(read("ports:\n").ports()).isEqualTo(PortPolicy.LOOPBACK);
        KeyPath path = KeyPath.parse("ports.80");
        ConfigDocument set = ConfigDocument.parse(folder.resolve("wherry.yaml"), "").with(path, "8081");
        assertThat(set.setting(path)).map(Setting::text).contains("8081");
        assertThat(set.without(path).text()).isBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bind: lan       | "ports.bind" cannot be "lan"; it takes a map with bind (loopback or all) and
            bind: 80        | "ports.bind" cannot be 80
            0: all          | "ports.0" cannot be "all"
            65536: all      | "ports.65536" cannot be "all"
            080: all        | "ports.080" cannot be "all"
            http: 8080      | "ports.http" cannot be 8080
            80: 0           | "ports.80" cannot be 0
            80: 99999       | "ports.80" cannot be 99999
            80: somewhere   | "ports.80" cannot be "somewhere"
            80: [all]       | "ports.80" cannot be ["all"]
            """)
    void aWrongPortRuleIsNamedWithItsLine(String rule, String complaint) {
        assertThatThrownBy(() -> read("ports:\n  81: all\n  " + rule + "\n")).isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 3: " + complaint);
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

    @Test
    void aMissingFileIsMadeFromTheTemplateForTheUserAlone() throws Exception {
        ConfigFile file = new ConfigFile(folder.resolve("new folder/wherry.yaml"));
        file.write(file.parse(file.textOrTemplate(DEFAULTS)).with(KeyPath.of(ConfigKey.CPUS), "3"));
        assertThat(file.text()).isEqualTo(ConfigTemplate.of(DEFAULTS).replace("#cpus: 4\n", "#cpus: 4\ncpus: 3\n"));
        assertThat(Files.getPosixFilePermissions(file.path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file.read().without(KeyPath.of(ConfigKey.CPUS)).text()).isEqualTo(ConfigTemplate.of(DEFAULTS));
        assertThat(file.textOrTemplate(DEFAULTS)).as("there is one now").isEqualTo(file.text());
    }

    @Test
    void aChangeKeepsPermissionsFollowsALinkAndLeavesNoOtherFile() throws Exception {
        Path real = Files.writeString(Files.createDirectory(folder.resolve("dotfiles")).resolve("zoë.yaml"), "cpus: 2");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("wherry.yaml"), real);
        ConfigFile file = new ConfigFile(link);
        file.write(file.read().with(KeyPath.of(ConfigKey.CPUS), "3"));

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("cpus: 3");
        assertThat(Files.getPosixFilePermissions(real)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(real.getParent()).isDirectoryNotContaining(path -> !path.equals(real));
    }

    @Test
    void aValueThatIsNotAllowedMakesNoConfiguration() throws Exception {
        ConfigDocument document = new ConfigFile(folder.resolve("none")).read();
        assertThatThrownBy(() -> document.with(KeyPath.of(ConfigKey.CPUS), "0")).isInstanceOf(ConfigException.class)
                .hasMessage("\"cpus\" cannot be 0; it takes a whole number from 1 to 64.");
        assertThatThrownBy(() -> document.with(KeyPath.parse("engine.x"), "[")).isInstanceOf(ConfigException.class)
                .hasMessage("\"engine.x\" cannot be \"[\", which is no YAML.");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws Exception {
        Path path = Files.write(folder.resolve("wherry.yaml"), new byte[]{'#', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> resolve(new ConfigFile(path))).isInstanceOf(ConfigException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> read("# \n#\ncpus: 2\u0000\n")).isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> resolve(new ConfigFile(folder))).isInstanceOf(ConfigException.class)
                .hasMessageContaining("directory");
    }

    private MachineConfig read(String content) throws IOException, ConfigException {
        Path file = folder.resolve("wherry.yaml");
        Files.writeString(file, content);
        return resolve(new ConfigFile(file));
    }

    private static MachineConfig resolve(ConfigFile file) throws ConfigException {
        return Settings.resolve(file.read(), DEFAULTS, Overrides.NONE).config();
    }
}
