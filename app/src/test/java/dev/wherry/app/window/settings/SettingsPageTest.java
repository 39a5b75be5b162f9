// The settings page, by mouse and keyboard.
package dev.wherry.app.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.WindowTest;
import org.junit.jupiter.api.Test;

class SettingsPageTest extends WindowTest {

    private void openSettings(String config) throws Exception {
        FakeMachine fake = FakeMachine.running(3);
        Path file = fake.directories().config().resolve("wherry.yaml");
        Files.createDirectories(fake.directories().config());
        Files.writeString(file, config);
        open(fake);
        go(Place.of(PageKind.SETTINGS));
    }

    private Path file() {
        return desk().files().config();
    }

    @Test
    void wrongMemoryIsToldOfBelowItsFieldAndTheFileIsUntouched() throws Exception {
        openSettings("# mine\nmemory: 3GiB\n");
        TextField field = find("#setting-memory .text-field", TextField.class);
        await("the value").until(() -> field.getText().equals("3GiB"));
        type(field, "lots");
        Labeled problem = (Labeled) find("#setting-row-memory #problem");
        assertThat(problem.getText()).contains("\"memory\" cannot be \"lots\"").contains("from 512MiB");
        assertThat(file()).hasContent("# mine\nmemory: 3GiB\n");
        screenshot("settings-refused");

        type(field, "2GiB");
        await("the file").untilAsserted(() -> assertThat(file()).hasContent("# mine\nmemory: 2GiB\n"));
        find("#settings-pending");
        screenshot("settings-pending");
    }

    private void type(TextField field, String text) throws Exception {
        robot.doubleClickOn(field);
        press(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        press(KeyCode.ENTER);
    }

    @Test
    void aBrokenFileIsNoticedWhileThePageIsOpenAndWhenItIsRightAgain() throws Exception {
        openSettings("memory: 3GiB\n");
        find("#setting-row-memory");
        screenshot("settings");
        Files.writeString(file(), "memory: 3GiB\nspeed: high\n");
        Node broken = find("#settings-broken");
        assertThat(broken.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()))
                .anyMatch(text -> text.startsWith(file() + ", line 2"));
        screenshot("settings-broken");
        Files.writeString(file(), "memory: 3GiB\n");
        await("it is right again").until(() -> robot.lookup("#settings-broken").queryAll().isEmpty());
    }

    @Test
    void thePageIsReadableInTheDark() throws Exception {
        FakeMachine fake = FakeMachine.running(0);
        open(fake, Preferences.DEFAULTS.afterWelcome().withTheme(Preferences.Theme.DARK));
        go(Place.of(PageKind.SETTINGS));
        find("#setting-row-memory");
        screenshot("settings-dark");
        assertThat(robot.lookup("#setting-row-engine").queryAll()).hasSize(1);
    }
}
