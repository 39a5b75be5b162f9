// Starting at login on Windows.
package dev.wherry.engine.host.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;

import dev.wherry.engine.host.AutostartContract;
import org.junit.jupiter.api.Test;

class RunKeyTest extends AutostartContract {

    private static final List<String> COMMAND = List.of(
            "C:\\Users\\Zoë Example\\AppData\\Local\\Programs\\Wherry\\Wherry.exe", "--hidden");

    private final FakeRegistry registry = new FakeRegistry();

    @Override
    protected RunKey autostart() {
        return new RunKey(registry);
    }

    @Override
    protected String entry() {
        return registry.text(RunKey.RUN, RunKey.NAME).orElse("");
    }

    @Test
    void itIsACommandInTheUsersRunKey() throws IOException {
        autostart().enable(COMMAND);
        assertThat(entry()).isEqualTo(
                "\"C:\\Users\\Zoë Example\\AppData\\Local\\Programs\\Wherry\\Wherry.exe\" \"--hidden\"");
    }

    @Test
    void whatTheTaskManagerHasSwitchedOffIsOffAndStaysSo() throws IOException {
        autostart().enable(COMMAND);
        registry.setBytes(RunKey.APPROVED, RunKey.NAME, new byte[]{3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(autostart().enabled()).isFalse();
        autostart().refresh(List.of("D:\\Wherry.exe"));
        assertThat(autostart().enabled()).isFalse();
        assertThat(entry()).contains("C:\\Users");
    }

    @Test
    void whatTheTaskManagerAllowsIsOn() throws IOException {
        autostart().enable(COMMAND);
        registry.setBytes(RunKey.APPROVED, RunKey.NAME, new byte[]{2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThat(autostart().enabled()).isTrue();
    }

    @Test
    void whoSwitchesItOnInWherryMeansIt() throws IOException {
        registry.setBytes(RunKey.APPROVED, RunKey.NAME, new byte[]{3, 0, 0, 0});
        autostart().enable(COMMAND);
        assertThat(autostart().enabled()).isTrue();
        autostart().disable();
        assertThat(registry.isEmpty()).isTrue();
    }

    @Test
    void aCommandThatWindowsWouldPassOverIsRefused() {
        assertThatThrownBy(() -> autostart().enable(List.of("C:\\" + "deep\\".repeat(60) + "Wherry.exe")))
                .isInstanceOf(IOException.class).hasMessageContaining("260").hasMessageContaining("shorter path");
        assertThat(entry()).isEmpty();
    }
}
