// Starting at login on Linux.
package dev.wherry.engine.host.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.host.AutostartContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XdgAutostartTest extends AutostartContract {

    private static final List<String> COMMAND = List.of("/opt/wherry/bin/Wherry", "--hidden");

    @TempDir
    private Path home;

    @Override
    protected XdgAutostart autostart() {
        return XdgAutostart.of(Map.of(), home);
    }

    @Override
    protected String entry() throws IOException {
        return Files.exists(file()) ? Files.readString(file()) : "";
    }

    private Path file() {
        return home.resolve(".config/autostart/wherry.desktop");
    }

    @Test
    void itIsAnEntryInTheAutostartFolder() throws IOException {
        XdgAutostart autostart = autostart();
        assertThat(autostart.enabled()).isFalse();
        autostart.enable(COMMAND);
        assertThat(autostart.enabled()).isTrue();
        assertThat(file()).content().isEqualTo("""
                [Desktop Entry]
                Type=Application
                Name=Wherry
                Icon=wherry
                Exec="/opt/wherry/bin/Wherry" "--hidden"
                Terminal=false
                """);
        autostart.disable();
        assertThat(autostart.enabled()).isFalse();
        assertThat(file()).doesNotExist();
    }

    @Test
    void theUsersOwnConfigFolderCounts() throws IOException {
        XdgAutostart.of(Map.of("XDG_CONFIG_HOME", home.resolve("my config").toString()), home).enable(COMMAND);
        assertThat(home.resolve("my config/autostart/wherry.desktop")).exists();
        XdgAutostart.of(Map.of("XDG_CONFIG_HOME", "relative"), home).enable(COMMAND);
        assertThat(file()).exists();
    }

    @Test
    void whatTheDesktopHasSwitchedOffIsOffAndStaysSo() throws IOException {
        XdgAutostart autostart = autostart();
        autostart.enable(COMMAND);
        Files.writeString(file(), Files.readString(file()) + "Hidden = true\n");
        assertThat(autostart.enabled()).isFalse();
        autostart.refresh(List.of("/elsewhere/Wherry"));
        assertThat(autostart.enabled()).isFalse();
    }

    @Test
    void anEntryWithTheRightCommandKeepsWhatTheUserAdded() throws IOException {
        XdgAutostart autostart = autostart();
        autostart.enable(COMMAND);
        String changed = Files.readString(file()) + "X-GNOME-Autostart-Delay=10\n";
        Files.writeString(file(), changed);
        autostart.refresh(COMMAND);
        assertThat(file()).content().isEqualTo(changed);
    }

    @Test
    void oddPathsAreQuotedAsTheSpecificationWants() throws IOException {
        autostart().enable(List.of("/home/a \"b\"/100% $HOME\\x/Wherry"));
        assertThat(file()).content()
                .contains("Exec=\"/home/a \\\\\"b\\\\\"/100%% \\\\$HOME\\\\\\\\x/Wherry\"\n");
    }
}
