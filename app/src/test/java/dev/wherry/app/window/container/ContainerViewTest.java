// The page of one container, in the window.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;

import dev.wherry.app.fake.FakeContainer;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.WindowTest;
import dev.wherry.engine.docker.Containers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContainerViewTest extends WindowTest {

    private void openPage(String part, Preferences preferences) throws Exception {
        FakeMachine fake = FakeMachine.running(3);
        open(fake, preferences);
        show(part);
    }

    private void openPage(String part) throws Exception {
        openPage(part, Preferences.DEFAULTS.afterWelcome().withTheme(Preferences.Theme.LIGHT));
    }

    private FakeContainer web() {
        return machine().docker().container("shop-web-1");
    }

    private String text(String query) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private LogList list() {
        return robot.lookup("#logs-list").query();
    }

    @Test
    void theHeadSaysHowTheContainerIsAndOffersWhatMakesSense() throws Exception {
        openPage("logs");
        await("its name").until(() -> text("#container-name").equals("shop-web-1"));
        await("it runs").until(() -> text("#container-state").equals("Running"));
        robot.clickOn("#container-stop");
        await("it has stopped").until(() -> text("#container-state").equals("Stopped"));
        find("#container-start");
        assertThat(robot.lookup("#container-stop").queryAll()).isEmpty();
    }

    @Test
    void theLogIsFollowedUntilSomebodyScrollsUp() throws Exception {
        openPage("logs");
        IntStream.range(0, 500).forEach(i -> web().log.add("line " + i));
        await("the last line").until(() -> text("#logs-count").equals("540 lines") && lastVisible() == 539);
        robot.clickOn("#logs-list");
        press(KeyCode.HOME);
        ToggleButton follow = (ToggleButton) find("#logs-follow");
        await("released").until(() -> !follow.isSelected() && firstVisible() == 0);
        web().log.add("one more");
        await("one more").until(() -> text("#logs-count").equals("541 lines"));
        assertThat(firstVisible()).isZero();
        robot.clickOn("#logs-follow");
        await("the last line again").until(() -> lastVisible() == 540);
    }

    @Test
    void aSearchCountsAndStepsThroughWhatItFinds() throws Exception {
        openPage("logs");
        IntStream.range(0, 300).forEach(i -> web().log.add("line " + i + (i % 100 == 7 ? " needle" : "")));
        await("all lines").until(() -> text("#logs-count").equals("340 lines"));
        press(KeyCode.CONTROL, KeyCode.F);
        robot.write("NEEDLE");
        await("the count").until(() -> text("#logs-search-count").equals("3 lines"));
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        await("a position").until(() -> text("#logs-search-count").matches("[123] of 3"));
        await("it is marked").until(() -> robot.lookup(".log-match-current").tryQuery().isPresent());
        press(KeyCode.ESCAPE);
        await("no marks").until(() -> text("#logs-search-count").isEmpty());
    }

    @Test
    void selectedLinesAreCopied() throws Exception {
        openPage("logs");
        web().log.addError("\u001b[31mnot well\u001b[0m");
        await("all lines").until(() -> text("#logs-count").equals("41 lines"));
        robot.clickOn("#logs-list");
        press(KeyCode.END);
        press(KeyCode.CONTROL, KeyCode.C);
        await("copied").until(() -> "not well".equals(onScreen(() -> Clipboard.getSystemClipboard().getString())));
    }

    @Test
    void aRemovedContainerIsSaidToBeGone() throws Exception {
        openPage("logs");
        await("it runs").until(() -> text("#container-state").equals("Running"));
        new Containers(desk().engine().client()).remove(web().id(), true, false);
        await("gone").until(() -> text("#container-state").equals("Removed"));
        robot.clickOn("#container-back");
        find("#containers-filter");
    }

    @Test
    void aShellSurvivesTheWayToAnotherPageAndBack() throws Exception {
        openPage("terminal");
        await("a shell").until(() -> robot.lookup("#shell-tabs").queryAs(TabPane.class).getTabs().size() == 1);
        Object shell = robot.lookup("#shell-tabs").queryAs(TabPane.class).getTabs().getFirst();
        go(Place.of(PageKind.CONTAINERS));
        go(Place.of(PageKind.SETTINGS));
        show("terminal");
        assertThat(robot.lookup("#shell-tabs").queryAs(TabPane.class).getTabs()).hasSize(1).first().isSameAs(shell);
    }

    @Test
    void removingAsksFirstAndLeadsBack() throws Exception {
        openPage("logs");
        find("#container-remove");
        robot.clickOn("#container-remove");
        Node yes = await("the question").until(() -> robot.lookup(".dialog-buttons .button").match(
                button -> ((Labeled) button).getText().equals("Remove")).query(), node -> node != null);
        FakeContainer web = web();
        assertThat(machine().docker().containers()).contains(web);
        robot.clickOn(yes);
        find("#containers-filter");
        assertThat(machine().docker().containers()).doesNotContain(web);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyTabShowsWhatTheEngineTells(Preferences.Theme theme) throws Exception {
        openPage("logs", Preferences.DEFAULTS.afterWelcome().withTheme(theme));
        String name = theme.name().toLowerCase(Locale.ROOT);
        web().log
                .addError("\u001b[41;97m FATAL \u001b[0m \u001b[38;5;208mout of memory\u001b[0m \u001b[3;4mat\u001b[0m "
                        + "0xdeadbeef ".repeat(30));
        await("lines").until(() -> text("#logs-count").equals("41 lines") && lastVisible() == 40);
        screenshot("container-logs-" + name);
        onScreen(() -> {
            ((ToggleButton) robot.lookup("#logs-times").query()).fire();
            ((ToggleButton) robot.lookup("#logs-wrap").query()).fire();
            ((TextInputControl) robot.lookup("#logs-search").query()).setText("postgres");
            return true;
        });
        await("found").until(() -> text("#logs-search-count").matches("\\d+ lines"));
        screenshot("container-logs-search-" + name);
        show("stats");
        await("figures").until(() -> points() > 2);
        screenshot("container-stats-" + name);
        show("details");
        await("details").until(() -> robot.lookup("#details-environment .copyable").tryQuery().isPresent());
        screenshot("container-details-" + name);
        show("files");
        await("files").until(() -> robot.lookup("#container-page .table-row-cell").queryAll().size() > 3);
        screenshot("container-files-" + name);
        show("inspect");
        await("a tree").until(() -> robot.lookup("#inspect-tree .json-name").queryAll().size() > 5);
        screenshot("container-inspect-" + name);
    }

    private void show(String part) throws Exception {
        go(new Place(PageKind.CONTAINERS, web().id(), part));
    }

    private int points() {
        return ((Path) robot.lookup("#stats-cpu .time-chart-line").query()).getElements().size();
    }

    private int firstVisible() throws Exception {
        return onScreen(() -> (int) list().firstVisible());
    }

    private int lastVisible() throws Exception {
        return onScreen(() -> ((VirtualFlow<?>) list().lookup(".virtual-flow"))
                .getLastVisibleCell().getIndex());
    }
}
