// A new file explains every key and changes nothing.
package dev.wherry.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class ConfigTemplateTest {

    private static final String TEMPLATE = ConfigTemplate.of(new Defaults(8, DataSize.ofGiB(8)));

    @Test
    void everyKeyStandsThereWithWhatItTakesAndItsDefault() throws Exception {
        for (ConfigKey key : ConfigKey.values()) {
            assertThat(TEMPLATE).contains(key.description(), key.allowed(), key.defaultReason(),
                    "\n#" + key.key() + ":");
        }
        assertThat(TEMPLATE).contains("#cpus: 4\n", "#memory: 2GiB\n", "WHERRY_CPUS, --cpus\n");
        assertThat(ConfigDocument.parse(Path.of("wherry.yaml"), TEMPLATE).tree()).isEmpty();
    }

    @Test
    void itsDefaultsHoldWhenTheyAreNoCommentsAnyMore() throws Exception {
        String all = TEMPLATE.replaceAll("(?m)^#(?=[a-z]| {2}[a-z]| {4}max-size)", "");
        ConfigDocument document = ConfigDocument.parse(Path.of("wherry.yaml"), all);
        assertThat(document.tree().size()).isEqualTo(ConfigKey.values().length);
        assertThat(document.setting(KeyPath.parse("engine.log-opts.max-size"))).map(Setting::text).contains("10m");
    }

    @Test
    void itFitsATerminal() {
        assertThat(TEMPLATE.lines()).allMatch(line -> line.length() <= 120);
    }
}
