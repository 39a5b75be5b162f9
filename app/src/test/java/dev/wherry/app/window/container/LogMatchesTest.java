// Stepping through what was found.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class LogMatchesTest {

    private final LogMatches matches = new LogMatches("x", List.of(10L, 20L, 30L), LogMatches.NOWHERE);

    @Test
    void theFirstStepLeadsToWhatIsNextToTheEye() {
        assertThat(matches.stepped(true, 15).current()).isEqualTo(20);
        assertThat(matches.stepped(true, 20).current()).isEqualTo(20);
        assertThat(matches.stepped(false, 15).current()).isEqualTo(10);
    }

    @Test
    void stepsGoOnFromTheCurrentAndAroundTheEnds() {
        LogMatches last = matches.stepped(true, 25);
        assertThat(last.position()).isEqualTo(3);
        assertThat(last.stepped(true, 0).current()).isEqualTo(10);
        assertThat(last.stepped(true, 0).stepped(false, 0).current()).isEqualTo(30);
    }

    @Test
    void aLineThatHasGoneMeanwhileIsSteppedFromAllTheSame() {
        LogMatches gone = new LogMatches("x", List.of(20L, 30L), 10);
        assertThat(gone.position()).isZero();
        assertThat(gone.stepped(true, 0).current()).isEqualTo(20);
    }

    @Test
    void nothingFoundLeadsNowhere() {
        assertThat(LogMatches.NONE.stepped(true, 5)).isEqualTo(LogMatches.NONE);
    }
}
