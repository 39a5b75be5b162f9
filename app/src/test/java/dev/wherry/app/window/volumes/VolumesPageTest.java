// The page of volumes, by mouse and keyboard.
package dev.wherry.app.window.volumes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.model.Job;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.ListPageTest;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.engine.docker.Volumes;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumesPageTest extends ListPageTest {

    @TempDir
    Path folder;

    private void openWith(int volumes, Preferences.Theme theme) throws Exception {
        FakeMachine fake = FakeMachine.running(2);
        fake.docker().withVolumes(volumes);
        open(fake, Preferences.DEFAULTS.afterWelcome().withTheme(theme));
        list(PageKind.VOLUMES);
    }

    private int volumes() throws Exception {
        return new Volumes(machine().docker().client()).list().size();
    }

    @Test
    void aVolumeIsCreatedUnderAFreeNameAndBrowsed() throws Exception {
        openWith(4, Preferences.Theme.LIGHT);
        click("#volumes-create");
        type("#name", "backup-0");
        says("There is a volume called backup-0 already.");
        assertThat(find("#name-yes", Button.class).isDisabled()).isTrue();
        screenshot("volumes-create");
        type("#name", "fresh");
        press(KeyCode.ENTER);
        dialogCloses();
        select(PageKind.VOLUMES, "fresh");
        await("its size").until(() -> rows(PageKind.VOLUMES) == 6
                && onScreen(() -> robot.lookup(".table-cell").queryAllAs(Labeled.class).stream()
                        .noneMatch(cell -> "…".equals(cell.getText()))));
        screenshot("volumes");
        press(KeyCode.ENTER);
        await("its files").until(() -> !find("#files-table", TableView.class).getItems().isEmpty());
        screenshot("volumes-browse");
        press(KeyCode.ESCAPE);
        await("the list").until(() -> rows(PageKind.VOLUMES) == 6);
    }

    @Test
    void deleteAsksAndSaysWhatIsLost() throws Exception {
        openWith(4, Preferences.Theme.DARK);
        select(PageKind.VOLUMES, "backup-0", "backup-1");
        press(KeyCode.DELETE);
        says("All that is in backup-0, backup-1 is lost for good.");
        press(KeyCode.ENTER);
        dialogCloses();
        assertThat(volumes()).isEqualTo(5);
        press(KeyCode.DELETE);
        click("#question-yes");
        await("they are gone").until(() -> rows(PageKind.VOLUMES) == 3);
        select(PageKind.VOLUMES, "shop_db-data");
        press(KeyCode.DELETE);
        says("In use by these containers: shop-db-1.");
        screenshot("volumes-remove-used-dark");
        click("#question-yes");
        says("volume is in use");
        screenshot("volumes-failure-dark");
    }

    @Test
    void cleaningUpSaysWhatItFreesAndWhatIsLost() throws Exception {
        openWith(4, Preferences.Theme.DARK);
        click("#volumes-prune");
        says("Frees about ");
        settle();
        screenshot("volumes-prune-dark");
        press(KeyCode.ESCAPE);
        dialogCloses();
        assertThat(volumes()).isEqualTo(5);
        click("#volumes-prune");
        robot.clickOn(find("#prune-1"));
        click("#prune-yes");
        await("only what is used is left").until(() -> rows(PageKind.VOLUMES) == 1);
        says("Freed ");
    }

    @Test
    void restoringOverFilesAsksFirst() throws Exception {
        openWith(4, Preferences.Theme.LIGHT);
        VolumesModel model = new VolumesModel(desk());
        try {
            await("the volumes").until(() -> model.volumes().get().total() == 5);
            List<VolumeRow> rows = model.volumes().get().shown();
            Path tar = folder.resolve("backup.tar");
            Job backup = model.actions().backUp(rows.getFirst(), tar);
            await("the backup").until(() -> backup.state().get() instanceof Job.Done);
            assertThat(Files.size(tar)).isPositive();
            onScreen(() -> {
                new VolumeDialogs(window(), model).restore(rows.getFirst(), tar);
                return true;
            });
            says(", which is not empty?");
            settle();
            screenshot("volumes-restore");
            click("#question-yes");
            await("it is unpacked").until(() -> machine().docker().requests().stream()
                    .anyMatch(request -> request.startsWith("PUT /containers/")));
        } finally {
            model.close();
        }
    }

    @Test
    void anEmptyListAndAnEngineThatIsDownSayWhatToDo() throws Exception {
        open(FakeMachine.running(0));
        go(Place.of(PageKind.VOLUMES));
        says("No volumes yet");
        screenshot("volumes-empty");
        machine().agent().become(MachineState.STOPPED);
        says("The engine is not running");
        assertThat(find("#volumes-create", Button.class).isDisabled()).isTrue();
        assertThat(desk().failures().get()).isEmpty();
    }
}
