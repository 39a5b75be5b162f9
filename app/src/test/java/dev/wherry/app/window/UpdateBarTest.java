// What the window tells of newer versions.
package dev.wherry.app.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.updates.KnownFeed;
import dev.wherry.engine.fetch.FileServer;
import dev.wherry.engine.image.ReleaseFeed;
import dev.wherry.engine.image.SampleImage;
import org.junit.jupiter.api.Test;

class UpdateBarTest extends WindowTest {

    private static final String FEED = """
            {"program": {"version": "99.0", "url": "https://example.org/wherry",
                         "notes": "Starts twice as fast.\\nSleeps through the night."},
             "images": [{"arch": "amd64", "version": "27.0-abc", "serial": 6, "url": "images", "notes": "Docker 27."}]}""";

    /** A machine whose feed was read just now; nobody is there to be asked again. */
    private static FakeMachine machineWithNews() throws Exception {
        FakeMachine machine = FakeMachine.running(3);
        Path data = machine.directories().data();
        SampleImage.write(data.resolve("image"), "26.1-xyz", 5);
        Files.createDirectories(machine.directories().config());
        try (FileServer nobody = new FileServer()) {
            Files.writeString(machine.directories().config().resolve("wherry.yaml"),
                    "updates:\n  url: " + nobody.at("/feed.json") + "\n");
            KnownFeed.in(data).remember(Instant.now(), nobody.at("/feed.json"),
                    new ObjectMapper().readValue(FEED.getBytes(UTF_8), ReleaseFeed.class));
        }
        return machine;
    }

    private void openWithNews(Preferences.Theme theme) throws Exception {
        open(machineWithNews(), Preferences.DEFAULTS.afterWelcome().withTheme(theme));
        desk().watchForUpdates();
        find("#updates");
    }

    @Test
    void newerVersionsAreAnnouncedInALineAndStayDismissed() throws Exception {
        openWithNews(Preferences.Theme.LIGHT);
        assertThat(texts(find("#updates"))).contains("Wherry 99.0 and the guest image 27.0-abc are there",
                "Starts twice as fast. Sleeps through the night. Docker 27.");
        settle();
        screenshot("updates");
        robot.clickOn("#updates-dismiss");
        await("the line is gone")
                .until(() -> robot.lookup("#updates").<Node>queryAll().stream().noneMatch(Node::isVisible));
        await("it is remembered").until(() -> Files.readString(desk().directories().config().resolve("desktop.json"))
                .contains("PROGRAM 99.0"));
        onScreen(() -> {
            AboutBox about = new AboutBox(window());
            window().dialog(about);
            return about;
        });
        assertThat(find("#about-updates", Label.class).getText())
                .contains("Wherry 99.0 and the guest image 27.0-abc are there.");
        settle();
        screenshot("updates-about");
        robot.clickOn("#about-news");
        find("#updates-close");
    }

    @Test
    void theDetailsSayWhatIsNewAndWhatToDo() throws Exception {
        openWithNews(Preferences.Theme.DARK);
        robot.clickOn("#updates-details");
        Node list = find(".update-list");
        assertThat(texts(list)).contains("Guest image 27.0-abc; 26.1-xyz is in use", "Docker 27.",
                "Starts twice as fast.\nSleeps through the night.");
        settle();
        screenshot("updates-details-dark");
        robot.clickOn("Copy the command");
        await("the command")
                .until(() -> "wherry upgrade".equals(onScreen(() -> Clipboard.getSystemClipboard().getString())));
        robot.clickOn("#updates-forget");
        await("no announcement").until(() -> desk().updates().announced().get().updates().isEmpty());
    }

    @Test
    void withoutNewsThereIsNoLineAndTheProblemsPageSaysWhy() throws Exception {
        FakeMachine fake = FakeMachine.running(3);
        Files.createDirectories(fake.directories().config());
        Files.writeString(fake.directories().config().resolve("wherry.yaml"), "updates:\n  check: off\n");
        open(fake);
        desk().watchForUpdates();
        go(Place.of(PageKind.PROBLEMS));
        await("why").until(() -> find("#problems-updates", Label.class).getText()
                .equals("Newer versions are not looked for: updates.check is off."));
        assertThat(robot.lookup("#updates").<Node>queryAll()).noneMatch(Node::isVisible);
    }

    private static Iterable<String> texts(Node node) {
        return node.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()).toList();
    }
}
