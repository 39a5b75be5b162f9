// What may be said about updates, and what holds where nothing is said.
package dev.wherry.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateSettingsTest {

    private static final Path FILE = Path.of("wherry.yaml");

    @Test
    void checksAreOnUnlessTheyAreTurnedOff() throws Exception {
        assertThat(read("")).isEqualTo(new UpdateSettings(true, Optional.empty()));
        assertThat(read("updates:\n  check: on\n").check()).isTrue();
        assertThat(read("updates:\n  check: off\n").check()).isFalse();
        assertThat(read("updates:\n  url: none\n").url()).contains("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check: maybe", "check: 1", "url: http://example.org/feed.json", "url: 3", "chekc: off"})
    void whatTheyCannotBeIsRefusedWithItsLine(String entry) {
        assertThatThrownBy(() -> read("cpus: 2\nupdates: {" + entry + "}\n")).isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 2").hasMessageContaining("check (on or off) and url");
    }

    @Test
    void oneOfThemIsSetByItsPath() throws Exception {
        KeyPath check = KeyPath.parse("updates.check");
        assertThat(ConfigDocument.parse(FILE, "").with(check, "off").text()).isEqualTo("updates:\n  check: off\n");
        assertThatThrownBy(() -> ConfigDocument.parse(FILE, "").with(check, "maybe"))
                .isInstanceOf(ConfigException.class).hasMessageContaining("\"updates.check\" cannot be \"maybe\"");
    }

    private static UpdateSettings read(String text) throws ConfigException {
        return Settings.resolve(ConfigDocument.parse(FILE, text), new Defaults(4, DataSize.ofGiB(8)), Overrides.NONE)
                .updates();
    }
}
