// The problems page.
package dev.wherry.app.window.problems;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.window.PageKind;
import dev.wherry.app.window.Place;
import dev.wherry.app.window.WindowTest;
import org.junit.jupiter.api.Test;

class ProblemsPageTest extends WindowTest {

    @Test
    void theChecksAreMadeWhenThePageIsShown() throws Exception {
        open(FakeMachine.running(3));
        go(Place.of(PageKind.PROBLEMS));
        Node memory = find("#check-memory");
        await("its outcome").until(() -> find("#check-memory .outcome", Label.class).getText().equals("Passed"));
        assertThat(memory).isNotNull();
        screenshot("problems");
    }
}
