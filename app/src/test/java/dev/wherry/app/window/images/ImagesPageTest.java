// The page of images, by mouse and keyboard.
package dev.wherry.app.window.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.fake.Transfers.Kind;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.ListPageTest;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.engine.docker.ImageSummary;
import dev.wherry.engine.docker.Images;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesPageTest extends ListPageTest {

    private static final Preferences DARK = Preferences.DEFAULTS.afterWelcome().withTheme(Preferences.Theme.DARK);

    @TempDir
    Path folder;

    private void openWith(int images, Preferences preferences) throws Exception {
        FakeMachine fake = FakeMachine.running(0);
        fake.docker().withImages(images).run("web", "nginx");
        open(fake, preferences);
        list(PageKind.IMAGES);
    }

    private void openWith(int images) throws Exception {
        openWith(images, Preferences.DEFAULTS.afterWelcome().withTheme(Preferences.Theme.LIGHT));
    }

    private List<ImageSummary> images() throws Exception {
        return new Images(machine().docker().client()).list();
    }

    private List<String> names() throws Exception {
        return images().stream().flatMap(image -> image.tags().stream()).toList();
    }

    private void select(String... names) throws Exception {
        await("the images").until(() -> names().containsAll(List.of(names)));
        String[] keys = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            keys[i] = images().stream().filter(image -> image.tags().contains(name)).findFirst().orElseThrow().id()
                    + " " + name;
        }
        select(PageKind.IMAGES, keys);
    }

    @Test
    void anImageIsRunByItsFormWhichSaysWhatIsWrong() throws Exception {
        openWith(1);
        select("nginx:latest");
        click("#image-run");
        find(".port-host"); // of the port that it exposes
        type("#run-name", "web");
        says("There is a container called web already.");
        type(".port-host", "80800");
        says("\"80800\" is not a port.");
        click("#run-variables-add");
        robot.write("A=B", 0);
        says("A variable needs a name");
        assertThat(find("#run-yes", Button.class).isDisabled()).isTrue();
        screenshot("images-run-wrong");
        type(".variable-name", "GREETING");
        type(".variable-value", "hello");
        type(".port-host", "8088");
        type("#run-name", "hello");
        await("all is right").until(() -> !find("#run-yes", Button.class).isDisabled());
        screenshot("images-run");
        press(KeyCode.ENTER);
        await("it runs").until(() -> machine().docker().container("hello") != null);
        await("its page").until(() -> find("#page-containers", ToggleButton.class).isSelected());
        dialogCloses();
    }

    @Test
    void aPullShowsEachLayerAndCanBeCancelled() throws Exception {
        openWith(0, DARK);
        machine().docker().transfers().hold(Kind.PULL);
        click("#images-pull");
        find("#name");
        robot.write("https://redis", 0);
        says("A name has no \"https://\" before it.");
        screenshot("images-pull-name-dark");
        type("#name", "redis:7");
        press(KeyCode.ENTER);
        await("its layers, half-way")
                .until(() -> onScreen(() -> robot.lookup("#transfer-layers .progress-bar").queryAll()
                        .stream().filter(bar -> ((ProgressBar) bar).getProgress() > 0.3).count() == 3));
        says("Downloading");
        screenshot("images-pull-dark");
        click("#transfer-cancel");
        says("Cancelled. Layers that had come in whole are kept.");
        press(KeyCode.ENTER);
        dialogCloses();
        assertThat(names()).containsExactly("nginx:latest");
    }

    @Test
    void aHiddenPullGoesOnAndAFailedOneSaysWhy() throws Exception {
        openWith(0);
        machine().docker().transfers().hold(Kind.PULL);
        click("#images-pull");
        find("#name");
        robot.write("redis", 0).push(KeyCode.ENTER);
        find("#transfer-layers");
        says("Downloading");
        press(KeyCode.ESCAPE);
        dialogCloses();
        says("Pull redis");
        machine().docker().transfers().release(Kind.PULL);
        await("it is listed").until(() -> rows(PageKind.IMAGES) == 2);
        click("#images-pull");
        find("#name");
        robot.write("missing/web", 0).push(KeyCode.ENTER);
        says("pull access denied for missing/web");
        screenshot("images-pull-failed");
    }

    @Test
    void anImageGetsAnotherNameAndIsPushedUnderIt() throws Exception {
        openWith(0);
        select("nginx:latest");
        click("#image-tag");
        type("#name", "ghcr.io/acme/web:2");
        press(KeyCode.ENTER);
        select("ghcr.io/acme/web:2");
        click("#image-push");
        says("Done.");
        screenshot("images-push");
        click("#transfer-close");
        dialogCloses();
        assertThat(machine().docker().requests()).anyMatch(request -> request.endsWith("/push?tag=2"));
    }

    @Test
    void deleteAsksOnceForManyAndEnterMeansNo() throws Exception {
        openWith(3);
        select("registry.example.com/team/service-0:1.0", "registry.example.com/team/service-1:1.1");
        press(KeyCode.DELETE);
        says("Remove 2 images?");
        screenshot("images-remove-many");
        press(KeyCode.ENTER);
        dialogCloses();
        assertThat(images()).hasSize(4);
        press(KeyCode.DELETE);
        click("#remove-yes");
        await("they are gone").until(() -> rows(PageKind.IMAGES) == 2);
        assertThat(images()).hasSize(2);
    }

    @Test
    void anImageInUseIsNotRemovedUnlessAskedForAndPossible() throws Exception {
        openWith(0, DARK);
        select("nginx:latest");
        press(KeyCode.DELETE);
        says("In use by these containers: web.");
        find("#remove-force");
        screenshot("images-remove-used-dark");
        click("#remove-yes");
        says("is using its referenced image");
        assertThat(names()).contains("nginx:latest");
        machine().docker().container("web").exit(0);
        select("nginx:latest");
        press(KeyCode.DELETE);
        robot.clickOn(find("#remove-force"));
        click("#remove-yes");
        says("No images yet");
        screenshot("images-empty-dark");
    }

    @Test
    void cleaningUpSaysWhatItFrees() throws Exception {
        openWith(5);
        click("#images-prune");
        says("Frees about 31 MB");
        settle();
        screenshot("images-prune");
        press(KeyCode.ENTER);
        dialogCloses();
        assertThat(images()).as("Enter loses nothing").hasSize(6);
        click("#images-prune");
        says("Frees about 31 MB");
        robot.clickOn(find("#prune-1"));
        click("#prune-yes");
        await("only what is used is left").until(() -> names().equals(List.of("nginx:latest")));
        says("Freed ");
    }

    @Test
    void aFolderIsBuiltAndItsLogFollowed() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM alpine:3.20\n");
        openWith(0);
        machine().docker().transfers().hold(Kind.BUILD);
        click("#images-build");
        type("#build-folder", folder.resolve("nowhere").toString());
        says("There is no such folder.");
        screenshot("images-build-wrong");
        type("#build-folder", folder.toString());
        type("#build-tag", "team/web:1.0");
        press(KeyCode.ENTER);
        await("half of the log").until(() -> log().getLast().startsWith(" ---> ") && log().size() > 3);
        screenshot("images-build");
        press(KeyCode.ESCAPE);
        dialogCloses();
        machine().docker().transfers().release(Kind.BUILD);
        await("it is listed").until(() -> rows(PageKind.IMAGES) == 2);
        click("#images-build-log");
        says("The image is built.");
        assertThat(log()).last().isEqualTo("Successfully tagged team/web:1.0");
    }

    @Test
    void aBuildThatFailsSaysWhyBelowItsLog() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM alpine:3.20\n");
        openWith(0, DARK);
        machine().docker().transfers().fail(Kind.BUILD, "The command '/bin/sh -c make' returned a non-zero code: 2");
        click("#images-build");
        type("#build-folder", folder.toString());
        press(KeyCode.ENTER);
        says("The build failed: ");
        assertThat(log()).anyMatch(line -> line.contains("Step 1/4"));
        screenshot("images-build-failed-dark");
        press(KeyCode.ENTER);
        dialogCloses();
    }

    private List<String> log() throws Exception {
        ListView<?> list = find("#build-log", ListView.class);
        return onScreen(() -> list.getItems().stream().map(Object::toString).toList());
    }

    @Test
    void enterShowsWhatAnImageIsMadeOfAndEscapeLeadsBack() throws Exception {
        openWith(1);
        select("nginx:latest");
        press(KeyCode.ENTER);
        says("linux/amd64");
        screenshot("images-details");
        press(KeyCode.ESCAPE);
        await("the list, with what was selected").until(() -> onScreen(
                () -> table(PageKind.IMAGES).getSelectionModel().getSelectedIndices().size() == 1));
    }

    @Test
    void aSearchLeavesWhatFitsAndAnEngineThatIsDownSaysSo() throws Exception {
        openWith(5);
        press(KeyCode.CONTROL, KeyCode.F);
        robot.write("service-2", 0);
        await("one").until(() -> rows(PageKind.IMAGES) == 1);
        robot.write("nowhere", 0);
        says("Nothing matches");
        press(KeyCode.ESCAPE);
        await("all").until(() -> rows(PageKind.IMAGES) == 6);
        machine().agent().become(MachineState.STOPPED);
        says("The engine is not running");
        assertThat(find("#images-pull", Button.class).isDisabled()).isTrue();
        assertThat(find("#images-prune", Button.class).isDisabled()).isTrue();
        go(Place.of(PageKind.IMAGES));
        screenshot("images-stopped");
        assertThat(desk().failures().get()).isEmpty();
    }
}
