// The first minutes with Wherry.
package dev.wherry.app.window.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import com.sun.net.httpserver.HttpServer;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.settings.LoginStart;
import dev.wherry.app.settings.MachineContext;
import dev.wherry.app.window.WindowTest;
import dev.wherry.engine.agent.MachineReport.Port;
import dev.wherry.engine.docker.EngineRequest;
import dev.wherry.engine.docker.EngineResponse;
import dev.wherry.engine.guest.SpokenProcess;
import dev.wherry.engine.host.desktop.HostDesktop;
import dev.wherry.engine.machine.MachineStatus.Failure;
import dev.wherry.engine.machine.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeJourneyTest extends WindowTest {

    @TempDir
    private Path home;
    private final AtomicBoolean through = new AtomicBoolean();

    private void openWelcome(FakeMachine fake) throws Exception {
        fake.agent().onExec(command -> {
            load(fake);
            return SpokenProcess.ending("");
        });
        open(fake);
        // This pane is not the window's own: it keeps away from the real user's docker contexts.
        desk().preferences().change(old -> Preferences.DEFAULTS.withTheme(Preferences.Theme.LIGHT));
        onScreen(() -> {
            WelcomeModel model = new WelcomeModel(desk(),
                    new LoginStart(HostDesktop.ofCurrentUser().autostart(), List.of()),
                    new MachineContext("default", desk().files(), Map.of(), home));
            WelcomePane pane = new WelcomePane(window(), model, () -> through.set(true));
            ((StackPane) window().owner().getScene().getRoot()).getChildren().add(pane);
            return pane;
        });
    }

    // What "docker load" does in the real guest.
    private static void load(FakeMachine fake) throws IOException {
        try (EngineResponse pulled = fake.docker().client().stream(EngineRequest.post("/images/create")
                .with("fromImage", "wherry/hello").with("tag", "latest"))) {
            pulled.body().readAllBytes();
        }
    }

    private String title() {
        return find("#welcome-title", Label.class).getText();
    }

    @Test
    void fromTheFirstScreenToTheFirstContainersPage() throws Exception {
        FakeMachine fake = new FakeMachine();
        fake.agent().hold("up");
        openWelcome(fake);
        assertThat(title()).isEqualTo("Welcome to Wherry");
        screenshot("welcome");
        TextField memory = find("#welcome-memory .text-field", TextField.class);
        robot.doubleClickOn(memory);
        press(KeyCode.CONTROL, KeyCode.A);
        robot.write("1GiB");
        press(KeyCode.ENTER);
        robot.clickOn(find("#welcome-go"));
        await("the start").until(() -> title().equals("Setting up"));
        fake.agent().stage(Stage.ENGINE);
        await("the step").until(() -> find("#stage-engine").getStyleClass().contains("under_way"));
        screenshot("welcome-setting-up");
        await("the settings").untilAsserted(() -> assertThat(desk().files().config()).content()
                .contains("\nmemory: 1GiB\n").doesNotContain("\ncpus:", "\nshares:"));
        fake.agent().release("up");
        await("it runs").until(() -> title().equals("Your machine is running"));
        assertThat(home.resolve(".docker/contexts")).as("the docker context").exists();
        assertThat(home.resolve(".docker/config.json")).as("the current one").doesNotExist();

        robot.clickOn(find("#welcome-try"));
        HttpServer page = serve(fake);
        try {
            Labeled open = (Labeled) find("#welcome-open");
            assertThat(open.getText()).isEqualTo("Open http://localhost:" + page.getAddress().getPort() + "/");
            screenshot("welcome-ready");
        } finally {
            page.stop(0);
        }
        robot.clickOn(find("#welcome-done"));
        await("it is remembered").until(() -> desk().preferences().preferences().get().welcomed());
        assertThat(through).isTrue();
    }

    // What the forward of the real agent leads to.
    private static HttpServer serve(FakeMachine fake) throws IOException {
        Port port = await("the container").until(() -> fake.agent().report().ports().stream()
                .filter(published -> published.container().equals("hello")).findFirst().orElse(null),
                published -> published != null);
        int number = Integer.parseInt(port.host().substring(port.host().lastIndexOf(':') + 1));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void theHomeFolderIsNotSharedWithWhoDoesNotWantThat() throws Exception {
        FakeMachine fake = new FakeMachine();
        fake.agent().hold("up");
        openWelcome(fake);
        robot.clickOn(find("#welcome-home"));
        robot.clickOn(find("#welcome-go"));
        await("the start").until(() -> title().equals("Setting up"));
        await("the settings").untilAsserted(
                () -> assertThat(desk().files().config()).content().contains("\nshares:\n  home: off\n"));
        fake.agent().release("up");
        await("it runs").until(() -> title().equals("Your machine is running"));
    }

    @Test
    void aFailedStartSaysWhatToDoAndCanBeTriedAgain() throws Exception {
        FakeMachine fake = new FakeMachine();
        fake.agent().hold("up");
        openWelcome(fake);
        robot.clickOn(find("#welcome-go"));
        await("the start").until(() -> title().equals("Setting up"));
        await("the agent starts").until(() -> fake.agent().calls().contains("up"));
        fake.agent().fail(new Failure(Stage.PREPARE, "There is no room on the disk.", "Make room.", List.of()));
        await("the failure").until(() -> title().equals("That did not work"));
        assertThat(find("#welcome-failure").lookupAll(".label").stream().map(label -> ((Labeled) label).getText()))
                .contains("There is no room on the disk.", "Make room.");
        assertThat(desk().failures().get()).as("told here, and not once more").isEmpty();
        screenshot("welcome-failed");
        fake.agent().release("up");
        robot.clickOn(find("#welcome-again"));
        await("it runs").until(() -> title().equals("Your machine is running"));
    }

    @Test
    void theWindowBeginsWithItAndThenShowsItsPages() throws Exception {
        open(new FakeMachine(), Preferences.DEFAULTS);
        find("#welcome");
        robot.clickOn(find("#welcome-skip"));
        await("it is gone").until(() -> robot.lookup("#welcome").queryAll().isEmpty());
        robot.clickOn(find("#page-settings"));
        find("#setting-row-memory");
    }

    @Test
    void itCanBeSkipped() throws Exception {
        openWelcome(new FakeMachine());
        robot.clickOn(find("#welcome-skip"));
        await("it is remembered").until(() -> desk().preferences().preferences().get().welcomed());
        assertThat(through).isTrue();
        assertThat(machine().agent().calls()).isEmpty();
    }
}
