// The page of containers, at work.
package dev.wherry.app.window.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;

import dev.wherry.app.fake.FakeContainer;
import dev.wherry.app.fake.FakeContainer.State;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.WindowTest;
import dev.wherry.engine.docker.EngineRequest;
import org.junit.jupiter.api.Test;

class ContainersPageTest extends WindowTest {

    @Test
    void severalContainersAreSelectedAndStoppedAtOnce() throws Exception {
        open(FakeMachine.running(0));
        machine().docker().run("one", "alpine");
        machine().docker().run("two", "alpine");
        shows("2 containers, 2 running");
        select("one", "two");
        shows("2 selected");
        robot.clickOn("#selected-stop");
        await("both have ended").until(() -> machine().docker().containers().stream()
                .allMatch(container -> container.state() == State.EXITED));
        assertThat(selected()).as("they stay selected").containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void theFilterIsReachedByTheKeyboardAndLeftWithEscape() throws Exception {
        open(FakeMachine.running(20));
        shows("20 containers, 12 running");
        press(KeyCode.CONTROL, KeyCode.F);
        robot.write("postgres");
        await("the matching ones").until(() -> rows().stream().allMatch(name -> name.contains("db")));
        robot.write(" nowhere");
        find("#filter-clear");
        screenshot("containers-no-match");
        press(KeyCode.ESCAPE);
        await("all of them").until(() -> rows().size() == 20);
    }

    @Test
    void deleteAsksAndSaysWhatIsLost() throws Exception {
        open(FakeMachine.running(0));
        machine().docker().run("one", "alpine");
        shows("1 container, 1 running");
        select("one");
        press(KeyCode.DELETE);
        find("#question-yes");
        screenshot("containers-remove");
        press(KeyCode.ENTER);
        await("Enter means no")
                .until(() -> !asks());
        assertThat(machine().docker().containers()).hasSize(1);
        onScreen(() -> {
            table().requestFocus();
            return true;
        });
        press(KeyCode.DELETE);
        await("it asks again").until(this::asks);
        robot.clickOn("#question-yes");
        await("it is gone").until(() -> machine().docker().containers().isEmpty());
        find("#hello-copy");
        screenshot("containers-0-light");
    }

    @Test
    void selectionAndScrollOutliveChangesOfTheList() throws Exception {
        open(FakeMachine.running(300), Preferences.DEFAULTS.afterWelcome().withTheme(Preferences.Theme.DARK));
        await("300 rows").until(() -> rows().size() == 300);
        screenshot("containers-300-dark");
        String chosen = rows().get(150);
        select(chosen);
        onScreen(() -> {
            table().scrollTo(140);
            return true;
        });
        await("scrolled").until(() -> firstVisible() == 140);
        TreeItem<ContainerLine> top = onScreen(() -> table().getTreeItem(140));
        machine().docker().run("zzz-last", "alpine");
        await("one more").until(() -> rows().size() == 301);
        assertThat(selected()).containsExactly(chosen);
        assertThat(onScreen(() -> table().getTreeItem(firstVisible()))).isSameAs(top);
        FakeContainer gone = machine().docker().container(rows().get(2));
        machine().docker().client().call(EngineRequest.delete("/containers/" + gone.id())
                .with("force", true));
        await("one less").until(() -> rows().size() == 300);
        assertThat(selected()).containsExactly(chosen);
    }

    private boolean asks() {
        return robot.lookup("#question-yes").tryQuery().isPresent();
    }

    private void shows(String count) {
        await(count).until(() -> ((Label) find("#containers-count")).getText().equals(count));
    }

    private TreeTableView<ContainerLine> table() {
        return robot.lookup("#containers-table").query();
    }

    private int firstVisible() {
        return ((VirtualFlow<?>) table().lookup(".virtual-flow")).getFirstVisibleCell().getIndex();
    }

    private void select(String... names) throws Exception {
        onScreen(() -> {
            TreeTableView<ContainerLine> table = table();
            table.requestFocus();
            table.getSelectionModel().clearSelection();
            for (int i = 0; i < table.getExpandedItemCount(); i++) {
                if (List.of(names).contains(table.getTreeItem(i).getValue().entry().name())) {
                    table.getSelectionModel().select(i);
                }
            }
            return true;
        });
    }

    private List<String> selected() throws Exception {
        return onScreen(() -> ((ContainerTable) table()).selected().stream().map(ContainerRow::name).toList());
    }

    private List<String> rows() throws Exception {
        return onScreen(() -> table().getRoot().getChildren().stream()
                .flatMap(item -> item.getValue().entry().rows().stream()).map(ContainerRow::name).toList());
    }
}
