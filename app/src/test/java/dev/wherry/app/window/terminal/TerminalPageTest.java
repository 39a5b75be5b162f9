// Somebody works in shells of a machine that is not there.
package dev.wherry.app.window.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.shell.MachineShell;
import dev.wherry.app.shell.OutsideShell;
import dev.wherry.app.shell.ShellState;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.WindowTest;
import org.junit.jupiter.api.Test;

class TerminalPageTest extends WindowTest {

    private static final Place TERMINAL = Place.of(PageKind.TERMINAL);

    private void openShell() throws Exception {
        open(FakeMachine.running(3));
        await("a machine that runs").until(() -> desk().machine().get().engineAnswers());
        go(TERMINAL);
        await("prompt").untilAsserted(() -> assertThat(screen()).contains("fake:~#"));
        await("keyboard").until(() -> onScreen(() -> view().isFocusWithin()));
    }

    private TabPane tabs() {
        return find("#shell-tabs", TabPane.class);
    }

    private ShellView view() {
        return ((ShellTab) tabs().getSelectionModel().getSelectedItem()).view();
    }

    private String screen() throws Exception {
        return onScreen(() -> view().text());
    }

    private void type(String line) {
        robot.write(line);
        press(KeyCode.ENTER);
    }

    @Test
    void whatIsTypedIsDoneAndItsOutputShown() throws Exception {
        openShell();
        type("echo hello");
        await("answer").untilAsserted(() -> assertThat(screen()).containsPattern("(?m)^hello"));
        type("colours");
        await("colours").untilAsserted(() -> assertThat(screen()).contains("red green blue"));
        screenshot("terminal-light");
    }

    @Test
    void theShellKnowsTheSizeOfTheTerminal() throws Exception {
        openShell();
        // The terminal tells it once it is laid out, which may be after the prompt.
        await("size").pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            type("size");
            String size = onScreen(() -> view().size().rows() + " " + view().size().columns());
            assertThat(screen()).contains(size);
        });
    }

    @Test
    void controlWithALetterIsTheShells() throws Exception {
        openShell();
        robot.write("nonsense");
        press(KeyCode.CONTROL, KeyCode.C);
        await("interrupt").untilAsserted(() -> assertThat(screen()).contains("nonsense^C"));
    }

    @Test
    void aShellThatHasEndedTellsItsExitCodeAndEnterOpensAnother() throws Exception {
        openShell();
        type("exit 3");
        assertThat(find("#shell-end", Label.class).getText()).contains("3").contains("Enter");
        screenshot("terminal-ended");
        press(KeyCode.ENTER);
        await("another shell").until(() -> view().line().state().get().runs());
        type("echo again");
        await("answer").untilAsserted(() -> assertThat(screen()).containsPattern("(?m)^again"));
    }

    @Test
    void aLostConnectionIsSaidAndCanBeMadeAgain() throws Exception {
        openShell();
        ShellView view = view();
        machine().killAgent();
        await("loss").until(() -> view.line().state().get() instanceof ShellState.Lost);
        machine().reviveAgent();
        assertThat(find("#shell-end", Label.class).getText()).contains("lost");
        Button again = find("#shell-again", Button.class);
        onScreen(() -> {
            again.fire();
            return again;
        });
        await("another shell").until(() -> view.line().state().get().runs());
    }

    @Test
    void aShellIsToBeHadInTheUsersOwnTerminalProgramToo() throws Exception {
        open(FakeMachine.running(0));
        List<String> opened = new CopyOnWriteArrayList<>();
        ShellTabs tabs = onScreen(() -> new ShellTabs(window(), new MachineShell(desk().launcher()),
                new OutsideShell(opened::addAll, List.of("wherry", "ssh")), "Shell"));
        onScreen(() -> {
            tabs.open();
            ((Button) tabs.lookup("#shell-outside")).fire();
            return tabs;
        });
        await("the terminal program").until(() -> opened.equals(List.of("wherry", "ssh")));
        onScreen(() -> {
            tabs.close();
            return tabs;
        });
    }

    @Test
    void tabsAreOpenedAndClosedByKeys() throws Exception {
        openShell();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        await("two tabs").until(() -> tabs().getTabs().size() == 2 && view().line().state().get().runs());
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        robot.clickOn("Close");
        await("one tab").until(() -> tabs().getTabs().size() == 1);
    }

    @Test
    void shellsGoOnWhileAnotherPageIsOpen() throws Exception {
        openShell();
        type("echo kept");
        await("answer").untilAsserted(() -> assertThat(screen()).containsPattern("(?m)^kept"));
        go(Place.of(PageKind.MACHINE));
        go(TERMINAL);
        assertThat(screen()).containsPattern("(?m)^kept");
        assertThat(tabs().getTabs()).hasSize(1);
        assertThat(view().line().state().get().runs()).isTrue();
    }

    @Test
    void textIsFoundCopiedAndPasted() throws Exception {
        openShell();
        type("echo needle");
        await("answer").untilAsserted(() -> assertThat(screen()).containsPattern("(?m)^needle"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        robot.clickOn("#terminal-find").write("needle");
        await("matches").untilAsserted(() -> assertThat(robot.lookup("1 of 2").tryQuery()).isPresent());
        press(KeyCode.ESCAPE);
        await("keyboard").until(() -> onScreen(() -> view().isFocusWithin()));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(onScreen(() -> Clipboard.getSystemClipboard().getString())).contains("echo needle");
    }

    @Test
    void coloursFollowTheTheme() throws Exception {
        openShell();
        assertThat(List.of(onScreen(() -> view().background().getBrightness()))).allMatch(light -> light > 0.9);
        desk().preferences().change(old -> old.withTheme(Preferences.Theme.DARK));
        await("dark").until(() -> onScreen(() -> view().background().getBrightness()) < 0.2);
        screenshot("terminal-dark");
    }

    @Test
    void nothingOfAClosedShellIsLeft() throws Exception {
        openShell();
        type("exit");
        find("#shell-end");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        await("threads' end").until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("terminal-")));
        find("#shell-none");
    }
}
