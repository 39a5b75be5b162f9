// The app's preferences, and how the rest of the computer knows of it.
package dev.wherry.app.window.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.preferences.PreferencesFile;
import dev.wherry.app.settings.LoginStart;
import dev.wherry.app.settings.MachineContext;
import dev.wherry.app.window.DeskTest;
import dev.wherry.engine.host.Autostart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppModelTest extends DeskTest {

    @TempDir
    private Path home;
    private final Login login = new Login();
    private AppModel model;

    @BeforeEach
    void makeModel() {
        model = new AppModel(desk, new MachineContext("default", desk.files(), Map.of(), home),
                new LoginStart(login, List.of("/opt/wherry/app", "--hidden")));
    }

    @Test
    void preferencesAreKeptOnDisk() {
        model.change(old -> old.withTheme(Preferences.Theme.DARK));
        model.notify("PORT_CONFLICT", false);
        await().until(() -> onDisk().theme() == Preferences.Theme.DARK && !onDisk().silenced().isEmpty());
        assertThat(onDisk().silenced()).containsExactly("PORT_CONFLICT");
        model.notify("PORT_CONFLICT", true);
        await().until(() -> onDisk().silenced().isEmpty());
    }

    private Preferences onDisk() {
        return new PreferencesFile(desk.directories().config().resolve("desktop.json")).preferences().get();
    }

    @Test
    void theDockerContextIsMadeAndLeavesNothingBehind() {
        model.installContext(true);
        await().until(() -> model.contextInstalled().get());
        assertThat(home.resolve(".docker/contexts")).exists();
        assertThat(home.resolve(".docker/config.json")).as("the current context stays").doesNotExist();
        model.installContext(false);
        await().until(() -> !model.contextInstalled().get());
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void theDockerContextBecomesTheCurrentOneOnlyOnRequest() {
        model.installContext(true);
        await().until(() -> model.contextInstalled().get());
        model.useContext();
        await().until(() -> home.resolve(".docker/config.json").toFile().exists());
        assertThat(home.resolve(".docker/config.json")).content().contains("\"currentContext\"").contains("wherry");
    }

    @Test
    void theAppStartsAtLoginWithoutItsWindow() {
        model.startAtLogin(true);
        await().until(() -> model.startsAtLogin().get());
        assertThat(login.command).containsExactly("/opt/wherry/app", "--hidden");
        model.startAtLogin(false);
        await().until(() -> !model.startsAtLogin().get());
        assertThat(login.command).isEmpty();
    }

    /** Remembers what would start. */
    private static final class Login implements Autostart {

        private final List<String> command = new CopyOnWriteArrayList<>();

        @Override
        public boolean enabled() {
            return !command.isEmpty();
        }

        @Override
        public void enable(List<String> line) {
            command.addAll(line);
        }

        @Override
        public void disable() {
            command.clear();
        }

        @Override
        public void refresh(List<String> line) throws IOException {
            throw new IOException("nobody asks for this here");
        }
    }
}
