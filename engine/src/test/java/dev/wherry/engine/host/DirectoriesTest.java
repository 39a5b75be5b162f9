// The table "Where things live" of the design.
package dev.wherry.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

class DirectoriesTest {

    private static final Path HOME = Path.of("/home/zoë");

    @Test
    void linuxFollowsTheXdgBaseDirectories() {
        assertThat(Directories.of(Platform.Os.LINUX, Map.of("XDG_RUNTIME_DIR", "/run/user/7", "XDG_DATA_HOME", "/d"),
                HOME))
                .isEqualTo(new Directories(HOME.resolve(".config/wherry"), Path.of("/d/wherry"),
                        HOME.resolve(".local/state/wherry"), Path.of("/run/user/7/wherry")));
    }

    @Test
    void linuxWithoutALoginSessionKeepsSocketsInTheHome() {
        assertThat(Directories.of(Platform.Os.LINUX, Map.of(), HOME).runtime()).isEqualTo(HOME.resolve(".wherry"));
    }

    @Test
    void relativeXdgFoldersAreIgnored() {
        assertThat(Directories.of(Platform.Os.LINUX, Map.of("XDG_DATA_HOME", "here"), HOME).data())
                .isEqualTo(HOME.resolve(".local/share/wherry"));
    }

    @Test
    void theVariableHomeCountsWhereItIsSet() {
        assertThat(Directories.home("/elsewhere", "/home/x")).isEqualTo(Path.of("/elsewhere"));
        assertThat(Directories.home("", "/home/x")).isEqualTo(Path.of("/home/x"));
        assertThat(Directories.home(null, "/home/x")).isEqualTo(Path.of("/home/x"));
    }

    @Test
    void macUsesTheLibrary() {
        Directories folders = Directories.of(Platform.Os.MAC, Map.of(), HOME);
        assertThat(folders.data()).isEqualTo(HOME.resolve("Library/Application Support/Wherry"));
        assertThat(folders.logs()).isEqualTo(HOME.resolve("Library/Logs/Wherry"));
        assertThat(folders.runtime()).isEqualTo(HOME.resolve(".wherry"));
    }

    @Test
    void windowsKeepsDisksOutOfTheRoamingProfile() {
        Directories folders = Directories.of(Platform.Os.WINDOWS, Map.of("APPDATA", "/r", "LOCALAPPDATA", "/l"), HOME);
        assertThat(folders).isEqualTo(new Directories(Path.of("/r/Wherry"), Path.of("/l/Wherry"),
                Path.of("/l/Wherry/logs"), Path.of("/l/Wherry/run")));
    }

    @Test
    void wherryHomeMovesEverything() {
        for (Platform.Os os : Platform.Os.values()) {
            Directories folders = Directories.of(os, Map.of("WHERRY_HOME", "/w w", "XDG_CONFIG_HOME", "/x"), HOME);
            assertThat(folders).isEqualTo(new Directories(Path.of("/w w/config"), Path.of("/w w/data"),
                    Path.of("/w w/logs"), Path.of("/w w/run")));
        }
    }
}
