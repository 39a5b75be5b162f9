// The main journey through the window, with a real VM behind it.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.WindowTest;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.docker.ContainerSummary;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class WindowVmTest extends WindowTest {

    private static final int PORT = 28080;

    @Test
    void theMachineIsStartedHelloRunAndReachedItsLogReadAShellUsedAndAllStopped(Wherry wherry) throws Exception {
        wherry.inGuest("docker rm -f journey >/dev/null 2>&1; docker load -qi /usr/share/wherry/hello.tar");
        Path home = wherry.home();
        Directories directories = new Directories(home.resolve("config"), home.resolve("data"), home.resolve("logs"),
                home.resolve("run"));
        // An agent that this process started would have this process' home; the one that is there stays for whoever wants something.
        try (ControlClient held = new AgentLauncher(directories, MachineFiles.DEFAULT_NAME).find().orElseThrow()) {
            open(directories, Preferences.DEFAULTS.afterWelcome());
            restartTheMachine();
            runHello();
            readItsLog();
            useAShell(wherry);
            stopHello();
            assertThat(held.status().state()).isEqualTo(MachineState.RUNNING);
        }
    }

    private void restartTheMachine() {
        await("the machine is known to run").until(() -> badge().equals("Running"));
        robot.clickOn("#machine-stop");
        await("the machine has stopped").atMost(Duration.ofMinutes(1)).until(() -> badge().equals("Stopped"));
        robot.clickOn("#machine-start");
        await("the machine runs").atMost(Duration.ofMinutes(3)).until(() -> badge().equals("Running"));
    }

    private void runHello() throws Exception {
        go(Place.of(PageKind.IMAGES));
        await("the image is listed")
                .until(() -> robot.lookup("wherry/hello").tryQuery().isPresent());
        robot.clickOn("wherry/hello");
        robot.clickOn("#image-run");
        find("#run-name");
        robot.clickOn("#run-name").write("journey");
        robot.clickOn(".port-host");
        onScreen(() -> {
            find(".port-host", TextField.class).setText(Integer.toString(PORT));
            find("#run-command", TextField.class).setText("/bin/httpd -f -vv -p 80 -h /www");
            return true;
        });
        robot.clickOn("#run-yes");
        find("#container-page");
        await("it runs").until(() -> hello().state().equals("running"));
        await("its page is served").atMost(Duration.ofMinutes(1)).until(() -> Http
                .get(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), "GET / HTTP/1.0\r\n\r\n")
                .contains("Wherry"));
    }

    private void readItsLog() throws Exception {
        go(new Place(PageKind.CONTAINERS, hello().id(), "logs"));
        await("the request is in the log")
                .until(() -> !find("#logs-list", ListView.class).getItems().isEmpty());
        screenshot("journey-logs");
    }

    private void useAShell(Wherry wherry) throws Exception {
        go(Place.of(PageKind.TERMINAL));
        await("the shell has the keyboard").until(() -> onScreen(() -> find("#shell-tabs").lookup(".canvas") != null
                || window().owner().getScene().getFocusOwner() != null));
        await("what is typed is done").atMost(Duration.ofMinutes(1)).until(() -> {
            robot.write("touch /tmp/typed");
            press(KeyCode.ENTER);
            return wherry.inGuest("ls /tmp/typed 2>/dev/null || true").contains("/tmp/typed");
        });
        screenshot("journey-terminal");
    }

    private void stopHello() throws Exception {
        go(new Place(PageKind.CONTAINERS, hello().id(), ""));
        robot.clickOn("#container-stop");
        await("it has stopped").atMost(Duration.ofSeconds(40)).until(() -> hello().state().equals("exited"));
    }

    private ContainerSummary hello() {
        return desk().engine().containers().get().items().stream().filter(each -> each.name().equals("journey"))
                .findAny().orElseThrow();
    }

    private String badge() {
        return ((Hyperlink) robot.lookup(".machine-state").query()).getText();
    }
}
