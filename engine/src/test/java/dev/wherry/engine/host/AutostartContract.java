// What starting at login means on every system.
package dev.wherry.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Each implementation's test extends this. */
public abstract class AutostartContract {

    private static final List<String> HERE = List.of("/opt/wherry/bin/Wherry", "--hidden");
    private static final List<String> ELSEWHERE = List.of("/home/me/My Apps/Wherry", "--hidden");

    /** The same place whenever it is asked for. */
    protected abstract Autostart autostart();

    /** What the system would read at login, whole; empty when there is nothing. */
    protected abstract String entry() throws IOException;

    @Test
    void nothingStartsUnasked() throws IOException {
        assertThat(autostart().enabled()).isFalse();
        autostart().refresh(HERE);
        assertThat(autostart().enabled()).isFalse();
        assertThat(entry()).isEmpty();
    }

    @Test
    void whatIsEnabledStartsUntilItIsDisabled() throws IOException {
        autostart().enable(HERE);
        assertThat(autostart().enabled()).isTrue();
        assertThat(entry()).contains("/opt/wherry/bin/Wherry").contains("--hidden");
        autostart().disable();
        assertThat(autostart().enabled()).isFalse();
        assertThat(entry()).isEmpty();
        autostart().disable();
    }

    @Test
    void enabledTwiceItStartsByTheLaterCommand() throws IOException {
        autostart().enable(HERE);
        autostart().enable(ELSEWHERE);
        assertThat(entry()).contains("/home/me/My Apps/Wherry").doesNotContain("/opt/wherry");
    }

    @Test
    void theCommandFollowsTheProgramWhenThatIsMoved() throws IOException {
        autostart().enable(HERE);
        autostart().refresh(ELSEWHERE);
        assertThat(autostart().enabled()).isTrue();
        assertThat(entry()).contains("/home/me/My Apps/Wherry").doesNotContain("/opt/wherry");
    }

    @Test
    void anEntryThatIsRightIsLeftAsItIs() throws IOException {
        autostart().enable(HERE);
        String before = entry();
        autostart().refresh(HERE);
        assertThat(entry()).isEqualTo(before);
    }
}
