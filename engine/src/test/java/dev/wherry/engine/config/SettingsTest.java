// Which value holds, and where it comes from: defaults, file, environment, flags, the later before the earlier.
package dev.wherry.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Defaults DEFAULTS = new Defaults(2, DataSize.ofGiB(8));

    @TempDir
    private Path folder;

    @Test
    void eachLayerGoesBeforeTheOneBelow() throws Exception {
        Path file = Files.writeString(folder.resolve("wherry.yaml"), "# mine\ncpus: 3\nmemory: 3GiB\ndisk: 30GiB\n");
        Overrides overrides = Overrides.of(
                Map.of("WHERRY_CPUS", "5", "WHERRY_MEMORY", "5GiB", "WHERRY_STAGE_TIMEOUT", "", "WHERRY_HOME", "/x"),
                Map.of(ConfigKey.CPUS, "6"));
        Settings settings = Settings.resolve(new ConfigFile(file).read(), DEFAULTS, overrides);

        assertThat(settings.all()).extracting(s -> s.key() + " " + s.text() + " " + s.origin()).containsExactly(
                "cpus 6 --cpus",
                "memory 5GiB WHERRY_MEMORY",
                "disk 30GiB " + file + ":4",
                "accelerator auto default",
                "stage_timeout 120 default",
                "engine {} default",
                "shares {} default",
                "ports {} default",
                "proxy {} default",
                "host {} default",
                "idle {} default",
                "updates {} default");
        assertThat(settings.config().cpus()).isEqualTo(6);
        assertThat(settings.config().memory()).isEqualTo(DataSize.ofGiB(5));
    }

    @Test
    void theEnginesSettingsAreToldOneByOne() throws Exception {
        Path file = Files.writeString(folder.resolve("wherry.yaml"),
                "engine:\n  debug: true\n  log-opts:\n    max-size: 10m\n    a.b: 1\n");
        Settings settings = Settings.resolve(new ConfigFile(file).read(), DEFAULTS, Overrides.NONE);

        assertThat(settings.all()).extracting(s -> s.key() + " " + s.text() + " " + s.origin()).contains(
                "engine.debug true " + file + ":2",
                "engine.log-opts {\"max-size\": \"10m\", \"a.b\": 1} " + file + ":3");
        assertThat(settings.get(KeyPath.parse("engine.log-opts.max-size"))).map(Setting::text).contains("10m");
        assertThat(settings.get(KeyPath.parse("engine.log-opts.\"a.b\""))).map(Setting::text).contains("1");
        assertThat(settings.get(KeyPath.parse("engine.log-opts.max-file"))).isEmpty();
    }

    @Test
    void overridesTravelAsJson() throws Exception {
        Overrides overrides = Overrides.of(Map.of("WHERRY_DISK", "20GiB", "https_proxy", "p:1"),
                Map.of(ConfigKey.STAGE_TIMEOUT, "7"));
        ObjectMapper json = new ObjectMapper();
        Overrides arrived = json.readValue(json.writeValueAsString(overrides), Overrides.class);

        assertThat(arrived).isEqualTo(overrides);
        assertThat(arrived.proxyVariables()).containsExactly(Map.entry("https_proxy", "p:1"));
        Settings settings = Settings.resolve(new ConfigFile(folder.resolve("none")).read(), DEFAULTS, arrived);
        assertThat(settings.get(ConfigKey.DISK).origin()).isEqualTo(new Origin.Environment("WHERRY_DISK"));
        assertThat(settings.get(ConfigKey.STAGE_TIMEOUT).origin()).isEqualTo(new Origin.Flag("--stage-timeout"));
    }

    @Test
    void aWrongOverrideIsNamedWithWhatIsAllowed() {
        assertThatThrownBy(() -> Overrides.of(Map.of("WHERRY_CPUS", "many"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("WHERRY_CPUS cannot be \"many\"; it takes a whole number from 1 to 64.");
        assertThatThrownBy(() -> Overrides.of(Map.of(), Map.of(ConfigKey.MEMORY, "1MiB")))
                .hasMessage("--memory cannot be \"1MiB\"; it takes a size from 512MiB, such as 2GiB.");
        assertThatThrownBy(() -> Overrides.of(Map.of(), Map.of(ConfigKey.ACCELERATOR, "[")))
                .hasMessage("--accelerator cannot be \"[\"; it takes auto, hvf, kvm, whpx or tcg.");
        Overrides foreign = new Overrides(List.of(new Overrides.Entry("cpus", "0", "--cpus")), null, null);
        assertThatThrownBy(() -> Settings.resolve(new ConfigFile(folder.resolve("none")).read(), DEFAULTS, foreign))
                .isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1GiB", "2, 6, 1536MiB", "16, 64, 4GiB"})
    void defaultsLeaveMostOfTheComputerToTheRest(int cpus, int gibibytes, String memory) throws Exception {
        Settings settings = Settings.resolve(new ConfigFile(folder.resolve("none")).read(),
                new Defaults(cpus, DataSize.ofGiB(gibibytes)), Overrides.NONE);
        assertThat(settings.config().cpus()).isEqualTo(Math.min(cpus, 4));
        assertThat(settings.get(ConfigKey.MEMORY).text()).isEqualTo(memory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            memroy            | There is no key "memroy"; did you mean "memory"? The keys are cpus, memory, disk
            cpu               | did you mean "cpus"?
            stagetimeout      | did you mean "stage_timeout"?
            colour            | There is no key "colour"; the keys are cpus
            cpus.x            | "cpus" has no keys inside
            engine.           | There is no key "engine."
            engine..x         | There is no key "engine..x"
            .                 | There is no key "."
            engine."x         | There is no key "engine."x"
            """)
    void aWrongKeyIsAnsweredWithTheRightOnes(String key, String complaint) {
        assertThatThrownBy(() -> KeyPath.parse(key)).isInstanceOf(ConfigException.class)
                .hasMessageContaining(complaint);
    }
}
