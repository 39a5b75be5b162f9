// The first tray that the desktop has is taken.
package dev.wherry.app.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.wherry.app.tray.TrayChooser.Candidate;
import org.junit.jupiter.api.Test;

class TrayChooserTest {

    private static final Candidate MISSING = new Candidate("missing", () -> {
        throw new UnavailableException("nobody is there");
    });

    @Test
    void theFirstThatIsThereIsTaken() {
        Tray tray = new NoTray();
        assertThat(TrayChooser.choose(List.of(MISSING, new Candidate("there", () -> tray),
                new Candidate("untouched", () -> {
                    throw new AssertionError("opened without need");
                })))).isSameAs(tray);
    }

    @Test
    void withoutAnyNothingIsShown() {
        Tray none = TrayChooser.choose(List.of(MISSING, MISSING));
        assertThat(none.shown().get()).isFalse();
    }
}
