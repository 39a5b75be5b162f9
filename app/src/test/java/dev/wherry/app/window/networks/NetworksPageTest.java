// The page of networks, by mouse and keyboard.
package dev.wherry.app.window.networks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.ListPageTest;
import dev.wherry.app.window.PageKind;
import dev.wherry.engine.docker.NetworkSummary;
import dev.wherry.engine.docker.Networks;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.Test;

class NetworksPageTest extends ListPageTest {

    private void openWith(int networks, Preferences.Theme theme) throws Exception {
        FakeMachine fake = FakeMachine.running(2);
        fake.docker().withNetworks(networks);
        open(fake, Preferences.DEFAULTS.afterWelcome().withTheme(theme));
        list(PageKind.NETWORKS);
    }

    private void select(String name) throws Exception {
        String id = new Networks(machine().docker().client()).list().stream()
                .filter(network -> network.name().equals(name)).map(NetworkSummary::id).findFirst().orElseThrow();
        select(PageKind.NETWORKS, id);
    }

    @Test
    void aNetworkIsCreatedByItsFormWhichSaysWhatIsWrong() throws Exception {
        openWith(1, Preferences.Theme.LIGHT);
        click("#networks-create");
        type("#network-name", "lab-0");
        says("There is a network called lab-0 already.");
        type("#network-subnet", "172.17.0.0/24");
        says("These addresses overlap with those of bridge");
        assertThat(find("#network-yes", Button.class).isDisabled()).isTrue();
        screenshot("networks-create-wrong");
        type("#network-subnet", "10.9.0.0/24");
        type("#network-name", "inner");
        robot.clickOn(find("#network-internal"));
        press(KeyCode.ENTER);
        dialogCloses();
        await("it is listed").until(() -> rows(PageKind.NETWORKS) == 6);
        says("10.9.0.0/24");
        screenshot("networks");
    }

    @Test
    void enterInspectsANetworkAndEscapeLeadsBack() throws Exception {
        openWith(1, Preferences.Theme.DARK);
        select("shop_default");
        press(KeyCode.ENTER);
        await("all about it").until(() -> find("#network-json", TextArea.class).getText().contains("shop-db-1"));
        screenshot("networks-inspect-dark");
        press(KeyCode.ESCAPE);
        await("the list").until(() -> rows(PageKind.NETWORKS) == 5);
    }

    @Test
    void deleteAsksButNotForWhatTheEngineAlwaysHas() throws Exception {
        openWith(2, Preferences.Theme.DARK);
        select("bridge");
        await("it cannot be removed").until(() -> find("#network-remove", Button.class).isDisabled());
        press(KeyCode.DELETE);
        assertThat(shows("#question-yes")).isFalse();
        select("shop_default");
        press(KeyCode.DELETE);
        says("These containers are on it: shop-db-1, shop-web-1.");
        screenshot("networks-remove-used-dark");
        press(KeyCode.ENTER);
        dialogCloses();
        select("lab-0");
        press(KeyCode.DELETE);
        says("It can be created again.");
        click("#question-yes");
        await("it is gone").until(() -> rows(PageKind.NETWORKS) == 5);
    }

    @Test
    void cleaningUpRemovesWhatItHasNamedAndNothingElse() throws Exception {
        openWith(2, Preferences.Theme.LIGHT);
        machine().docker().containers().forEach(container -> container.exit(0));
        click("#networks-prune");
        says("No container is on lab-0, lab-1.");
        settle();
        screenshot("networks-prune");
        click("#question-yes");
        await("they are gone").until(() -> rows(PageKind.NETWORKS) == 4);
        click("#networks-prune");
        says("Every network is in use");
    }

    @Test
    void aSearchLeavesWhatFitsAndAnEngineThatIsDownSaysSo() throws Exception {
        openWith(2, Preferences.Theme.LIGHT);
        press(KeyCode.CONTROL, KeyCode.F);
        robot.write("lab", 0);
        await("two").until(() -> rows(PageKind.NETWORKS) == 2);
        press(KeyCode.ESCAPE);
        await("all").until(() -> rows(PageKind.NETWORKS) == 6);
        machine().agent().become(MachineState.STOPPED);
        says("The engine is not running");
        assertThat(find("#networks-create", Button.class).isDisabled()).isTrue();
        assertThat(desk().failures().get()).isEmpty();
    }
}
