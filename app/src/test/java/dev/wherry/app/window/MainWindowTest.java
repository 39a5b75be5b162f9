// The window around the pages.
package dev.wherry.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.Test;

class MainWindowTest extends WindowTest {

    @Test
    void theBadgeSaysHowTheMachineIsAndStartsIt() throws Exception {
        FakeMachine fake = new FakeMachine();
        fake.agent().become(MachineState.STOPPED);
        open(fake);
        await("the state in words").until(() -> badge().equals("Stopped"));
        robot.clickOn("#machine-start");
        await("the machine runs").until(() -> badge().equals("Running"));
        assertThat(machine().agent().calls()).contains("up");
    }

    @Test
    void everyPageIsReachedByTheKeyboard() throws Exception {
        open(FakeMachine.running(3));
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5,
                KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8};
        PageKind[] kinds = PageKind.values();
        for (int i = 0; i < kinds.length; i++) {
            press(KeyCode.CONTROL, digits[i]);
            ToggleButton button = find("#page-" + kinds[i].key(), ToggleButton.class);
            await(kinds[i].key()).until(button::isSelected);
        }
    }

    @Test
    void aKilledAgentIsToldOfAndTheWindowRecoversByItself() throws Exception {
        open(FakeMachine.running(3));
        await("it runs").until(() -> badge().equals("Running"));
        machine().killAgent();
        find("#banner");
        assertThat(badge()).isEqualTo("Out of reach");
        screenshot("banner-agent-lost");
        machine().reviveAgent();
        await("it runs again").until(() -> badge().equals("Running"));
        Node banner = robot.lookup("#banner").query();
        await("no banner").until(() -> !banner.isVisible());
    }

    @Test
    void aSlowAgentFreezesNothingAndItsCallCanBeCancelled() throws Exception {
        FakeMachine fake = new FakeMachine();
        fake.agent().become(MachineState.STOPPED);
        fake.agent().hold("up");
        open(fake);
        robot.clickOn("#machine-start");
        Node row = find(".job-row");
        CountDownLatch pulse = new CountDownLatch(1);
        Platform.runLater(pulse::countDown);
        assertThat(pulse.await(1, TimeUnit.SECONDS)).as("the window answers").isTrue();
        robot.clickOn(row.lookup(".button"));
        await("the job is gone").until(() -> robot.lookup(".job-row").queryAll().isEmpty());
        assertThat(desk().failures().get()).as("a cancelled job has not failed").isEmpty();
        fake.agent().release("up");
    }

    @Test
    void aFailureSaysWhatFailedAndWhatToDoAndCanBeDismissed() throws Exception {
        FakeMachine fake = new FakeMachine();
        fake.agent().become(MachineState.STOPPED);
        fake.agent().refuse("up", new AgentException(AgentException.Kind.PRECHECK, "There is no room on the disk.",
                "Make room."));
        open(fake);
        robot.clickOn("#machine-start");
        Node failure = find(".failure");
        assertThat(texts(failure)).contains("\"Start the machine\" failed")
                .contains("There is no room on the disk.\nMake room.");
        screenshot("failure");
        robot.clickOn(failure.lookup(".button-icon"));
        await("dismissed").until(() -> desk().failures().get().isEmpty());
    }

    private String badge() {
        return ((Hyperlink) robot.lookup(".machine-state").query()).getText();
    }

    private static List<String> texts(Node node) {
        return node.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()).toList();
    }
}
