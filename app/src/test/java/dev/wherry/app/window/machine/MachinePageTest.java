// The machine page, by mouse and keyboard.
package dev.wherry.app.window.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.WindowTest;
import dev.wherry.engine.guest.SpokenProcess;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus.Failure;
import dev.wherry.engine.machine.Stage;
import org.junit.jupiter.api.Test;

class MachinePageTest extends WindowTest {

    private static final String READINGS = """
            cpu  0 0 0 100 0 0 0 0
            MemTotal: 4000000 kB
            MemAvailable: 2400000 kB
            uptime 7200
            /dev/vdb 66000000 21000000 41000000 34% /data

            cpu  30 0 0 170 0 0 0 0
            MemTotal: 4000000 kB
            MemAvailable: 2400000 kB
            uptime 7202
            /dev/vdb 66000000 21000000 41000000 34% /data

            """;

    private void openMachine(FakeMachine fake, Preferences.Theme theme) throws Exception {
        fake.agent().onExec(command -> SpokenProcess.staying(READINGS));
        open(fake, Preferences.DEFAULTS.afterWelcome().withTheme(theme));
        go(Place.of(PageKind.MACHINE));
    }

    private String text(String query) {
        return find(query, Label.class).getText();
    }

    @Test
    void itTellsWhatTheMachineUsesAndWhatItIsMadeOf() throws Exception {
        openMachine(FakeMachine.running(20), Preferences.Theme.LIGHT);
        await("the use").until(() -> text("#usage-cpu").equals("30% of 4"));
        assertThat(text("#usage-memory")).isEqualTo("1.6 GB of 4.1 GB");
        await("the engine").until(() -> text("#fact-engine").equals("26.1.5 (API 1.45)"));
        assertThat(text("#fact-accelerator")).isEqualTo("kvm: /dev/kvm can be used");
        assertThat(text("#fact-shares"))
                .isEqualTo("/home/me\n/opt/data, read-only  ⚠ /opt/data is not there (wherry.yaml:7)");
        await("the forwards").until(() -> !find("#forwards-table", TableView.class).getItems().isEmpty());
        screenshot("machine");
    }

    @Test
    void aStartIsShownStepByStep() throws Exception {
        FakeMachine fake = new FakeMachine();
        fake.agent().become(MachineState.STOPPED);
        fake.agent().hold("up");
        openMachine(fake, Preferences.Theme.LIGHT);
        robot.clickOn(find("#verb-start"));
        fake.agent().stage(Stage.BOOT);
        await("the step").until(() -> find("#stage-boot").getStyleClass().contains("under_way"));
        assertThat(find("#stage-check").getStyleClass()).contains("done");
        assertThat(find("#stage-connect").getStyleClass()).contains("to_come");
        screenshot("machine-starting");
        fake.agent().release("up");
        await("it runs").until(() -> text("#machine-state-words").equals("Running"));
        Node steps = robot.lookup("#machine-steps").query();
        await("no steps").until(() -> !steps.isVisible());
    }

    @Test
    void aFailureSaysWhyAndShowsTheConsole() throws Exception {
        FakeMachine fake = new FakeMachine();
        fake.agent().fail(new Failure(Stage.BOOT, "The guest did not boot within 120 seconds.", "Give it more memory.",
                List.of("Booting", "Kernel panic - not syncing")));
        openMachine(fake, Preferences.Theme.DARK);
        Node failure = find("#machine-failure");
        assertThat(failure.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()))
                .contains("The guest did not boot within 120 seconds.", "Give it more memory.");
        assertThat(find("#machine-console", TextArea.class).getText()).contains("Kernel panic");
        assertThat(find("#stage-boot").getStyleClass()).contains("failed");
        screenshot("machine-failed-dark");
    }

    @Test
    void emptyingTellsWhatIsLostAndNeedsADeliberateClick() throws Exception {
        openMachine(FakeMachine.running(3), Preferences.Theme.LIGHT);
        await("what there is").until(() -> desk().engine().containers().get().items().size() == 3);
        robot.clickOn(find("#machine-more"));
        robot.clickOn(find("#machine-empty"));
        Node yes = find("#question-yes");
        assertThat(robot.lookup(".dialog-box .label").queryAll().stream().map(label -> ((Label) label).getText()))
                .anyMatch(text -> text.contains("containers (3)"));
        settle();
        screenshot("machine-empty");
        assertThat(machine().agent().calls()).doesNotContain("wipe");
        robot.clickOn(yes);
        await("it is emptied").until(() -> machine().agent().calls().contains("wipe"));
    }
}
