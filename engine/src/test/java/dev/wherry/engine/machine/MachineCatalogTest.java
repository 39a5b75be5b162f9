// Several machines: which there are, and which is meant.
package dev.wherry.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.wherry.engine.host.Directories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineCatalogTest {

    @TempDir
    private Path home;
    private MachineCatalog catalog;

    @BeforeEach
    void open() {
        catalog = new MachineCatalog(new Directories(home.resolve("config"), home.resolve("data"),
                home.resolve("logs"), home.resolve("run")));
    }

    private void make(String name) throws IOException {
        Files.createDirectories(catalog.files(name).folder());
        Files.write(catalog.files(name).disk(), new byte[1]);
    }

    @Test
    void machinesAreThoseThatHaveADisk() throws IOException {
        assertThat(catalog.names()).isEmpty();
        make("work");
        make("default");
        Files.createDirectories(catalog.files("half").folder());
        assertThat(catalog.names()).isEqualTo(List.of("default", "work"));
        assertThat(catalog.exists("work")).isTrue();
        assertThat(catalog.exists("half")).isFalse();
    }

    @Test
    void noTwoMachinesShareAFile() throws IOException {
        MachineFiles one = catalog.files("default");
        MachineFiles other = catalog.files("work");
        assertThat(List.of(one.config(), one.folder(), one.engineSocket(), one.vm().serialLog()))
                .doesNotContainAnyElementsOf(
                        List.of(other.config(), other.folder(), other.engineSocket(), other.vm().serialLog()));
    }

    @Test
    void theDefaultMachineIsMeantUntilAnotherIsChosen() throws IOException {
        assertThat(catalog.current()).isEqualTo("default");
        catalog.choose("work");
        assertThat(catalog.current()).isEqualTo("work");
        catalog.choose("default");
        assertThat(catalog.current()).isEqualTo("default");
    }

    @Test
    void aCommandLineForAnyButTheDefaultMachineNamesIt() throws IOException {
        assertThat(catalog.files("default").wherry()).isEqualTo("wherry");
        assertThat(catalog.files("work").wherry()).isEqualTo("wherry -m work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "Work", "-a", "a-", "with space", "abcdefghijklmnopqrstuvwxy"})
    void whatCannotBeAFileOrHostNameIsNoMachinesName(String name) {
        assertThatThrownBy(() -> catalog.files(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a-z");
    }
}
