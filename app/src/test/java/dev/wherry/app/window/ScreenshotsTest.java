// Pictures of every page, for people to look at.
package dev.wherry.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ToggleButton;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.app.preferences.Preferences.Theme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class ScreenshotsTest extends WindowTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 0", "DARK, 0", "LIGHT, 3", "DARK, 3", "LIGHT, 300", "DARK, 300"})
    void everyPageIsDrawn(Theme theme, int count) throws Exception {
        FakeMachine machine = FakeMachine.running(count);
        machine.docker().withImages(count).withVolumes(count).withNetworks(count);
        open(machine, Preferences.DEFAULTS.afterWelcome().withTheme(theme));
        await("the containers are listed").until(() -> desk().engine().containers().get().known());
        for (PageKind page : PageKind.values()) {
            go(Place.of(page));
            assertThat(find("#page-" + page.key(), ToggleButton.class).isSelected()).isTrue();
            settle();
            screenshot(page.key() + "-" + name(theme, count));
        }
        if (count == 3) {
            go(Place.of(PageKind.CONTAINERS));
            await("the use of each")
                    .until(() -> onScreen(() -> robot.lookup(ScreenshotsTest::isUse).queryAll()).size() >= 3);
            screenshot(PageKind.CONTAINERS.key() + "-" + name(theme, count));
            String id = machine().docker().containers().getFirst().id();
            for (String part : new String[]{"logs", "stats", "inspect", "details", "files", "terminal"}) {
                go(new Place(PageKind.CONTAINERS, id, part));
                settle();
                screenshot("container-" + part + "-" + name(theme, count));
            }
        }
    }

    private static boolean isUse(Node node) {
        return node instanceof IndexedCell<?> cell && cell.getText() != null && cell.getText().endsWith("%");
    }

    private static String name(Theme theme, int count) {
        return theme.name().toLowerCase(Locale.ROOT) + "-" + count;
    }
}
