// What each operating system's desktop offers.
package dev.wherry.engine.host.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wherry.engine.host.OpenCommand;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.host.linux.LinuxTerminal;
import dev.wherry.engine.host.linux.XdgAutostart;
import dev.wherry.engine.host.mac.LaunchAgent;
import dev.wherry.engine.host.mac.MacTerminal;
import dev.wherry.engine.host.windows.RunKey;
import dev.wherry.engine.host.windows.WindowsTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostDesktopTest {

    private static final URI PAGE = URI.create("http://localhost:8080/?a=b&c=d");

    @TempDir
    private Path folder;

    private HostDesktop desktop(Os os) {
        return HostDesktop.of(os, Map.of("PATH", folder.toString()), folder);
    }

    @Test
    void macOpensByOpen() {
        assertThat(desktop(Os.MAC).browser()).isEqualTo(new OpenCommand(List.of("open"), Optional.empty()));
        assertThat(desktop(Os.MAC).files().obstacle()).isEmpty();
    }

    @Test
    void windowsOpensWithoutAShellThatWouldReadTheAddress() {
        assertThat(desktop(Os.WINDOWS).browser())
                .isEqualTo(new OpenCommand(List.of("rundll32", "url.dll,FileProtocolHandler"), Optional.empty()));
    }

    @Test
    void everySystemHasItsWayToStartAtLogin() {
        assertThat(desktop(Os.LINUX).autostart()).isInstanceOf(XdgAutostart.class);
        assertThat(desktop(Os.MAC).autostart()).isInstanceOf(LaunchAgent.class);
        assertThat(desktop(Os.WINDOWS).autostart()).isInstanceOf(RunKey.class);
    }

    @Test
    void everySystemHasItsTerminal() {
        assertThat(desktop(Os.LINUX).terminal()).isInstanceOf(LinuxTerminal.class);
        assertThat(desktop(Os.MAC).terminal()).isInstanceOf(MacTerminal.class);
        assertThat(desktop(Os.WINDOWS).terminal()).isInstanceOf(WindowsTerminal.class);
        assertThat(desktop(Os.MAC).terminal().obstacle()).isEmpty();
    }

    @Test
    void linuxOpensByXdgOpenIfThatIsInstalled() throws IOException {
        assertThat(desktop(Os.LINUX).browser().obstacle())
                .hasValueSatisfying(why -> assertThat(why).contains("xdg-utils"));
        assertThatThrownBy(() -> desktop(Os.LINUX).browser().open(PAGE)).isInstanceOf(IOException.class)
                .hasMessageContaining("xdg-utils");
        Path tool = Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(desktop(Os.LINUX).browser()).isEqualTo(new OpenCommand(List.of("xdg-open"), Optional.empty()));
        assertThat(desktop(Os.LINUX).files().obstacle()).isEmpty();
    }

    @Test
    void aPageAndAFolderAreGivenToTheCommandAsTheyAre() throws Exception {
        Path tool = Files.writeString(folder.resolve("opener"), "#!/bin/sh\nprintf '%s' \"$2\" > \"$1\"\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path seen = folder.resolve("seen");
        OpenCommand opener = new OpenCommand(List.of(tool.toString(), seen.toString()), Optional.empty());
        opener.open(PAGE);
        assertThat(seen).content().isEqualTo(PAGE.toString());
        opener.show(folder);
        assertThat(seen).content().isEqualTo(folder.toString());
    }
}
