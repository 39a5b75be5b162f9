// The preferences on disk.
package dev.wherry.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import dev.wherry.app.preferences.Preferences.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasChosenIsThereTheNextTime() throws IOException {
        Path file = folder.resolve("deep/desktop.json");
        new PreferencesFile(file).change(old -> old.withTheme(Theme.DARK).withTextSize(150).withLanguage("de")
                .withSilenced(Set.of("ENGINE_READY")).afterWelcome().withDismissed(Set.of("PROGRAM 2")));
        Preferences read = new PreferencesFile(file).preferences().get();
        assertThat(read).isEqualTo(new Preferences(Theme.DARK, 150, "de", Preferences.QuitChoice.ASK,
                Set.of("ENGINE_READY"), true, Set.of("PROGRAM 2")));
    }

    @Test
    void whatAFileDoesNotSayIsAsByDefaultAndWhatItSaysBesidesIsPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("desktop.json"), "{\"theme\": \"LIGHT\", \"colour\": \"red\"}");
        assertThat(new PreferencesFile(file).preferences().get())
                .isEqualTo(Preferences.DEFAULTS.withTheme(Theme.LIGHT));
    }

    @Test
    void aBrokenFileKeepsNobodyFromStarting() throws IOException {
        Path file = Files.writeString(folder.resolve("desktop.json"), "{\"theme\": ");
        assertThat(new PreferencesFile(file).preferences().get()).isEqualTo(Preferences.DEFAULTS);
    }
}
