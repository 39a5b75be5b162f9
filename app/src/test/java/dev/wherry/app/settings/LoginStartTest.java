// Which program starts at login.
package dev.wherry.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.host.Autostart;
import dev.wherry.engine.host.linux.XdgAutostart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginStartTest {

    @TempDir
    private Path home;

    private Autostart autostart() {
        return XdgAutostart.of(Map.of(), home);
    }

    private LoginStart at(String program) {
        return new LoginStart(autostart(), List.of(program, "--hidden"));
    }

    private Path entry() {
        return home.resolve(".config/autostart/wherry.desktop");
    }

    @Test
    void anInstalledProgramFollowsItsMove() throws IOException {
        at("/opt/wherry/bin/Wherry").enable(true);
        at("/usr/lib/wherry/bin/Wherry").refresh();
        assertThat(Files.readString(entry())).contains("\"/usr/lib/wherry/bin/Wherry\"");
    }

    @Test
    void oneThatWillNotStayIsRefusedAndTakesNobodysPlace() throws IOException {
        at("/opt/wherry/bin/Wherry").enable(true);
        String before = Files.readString(entry());
        LoginStart passing = at("/tmp/unpacked/Wherry");
        assertThat(passing.obstacle()).isPresent();
        assertThatThrownBy(() -> passing.enable(true)).isInstanceOf(IOException.class)
                .hasMessageContaining("temporary");
        passing.refresh();
        assertThat(entry()).content().isEqualTo(before);
        passing.enable(false);
        assertThat(entry()).doesNotExist();
    }

    @Test
    void aProgramThatNobodyKnowsIsRefused() {
        LoginStart unknown = new LoginStart(autostart(), List.of());
        assertThat(unknown.obstacle()).isPresent();
        assertThatThrownBy(() -> unknown.enable(true)).isInstanceOf(IOException.class);
        assertThat(entry()).doesNotExist();
    }
}
