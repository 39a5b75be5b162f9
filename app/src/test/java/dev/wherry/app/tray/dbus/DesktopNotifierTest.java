// Notifications on a real bus.
package dev.wherry.app.tray.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.wherry.app.tray.Notice;
import dev.wherry.app.tray.NoticeKind;
import dev.wherry.app.tray.TrayAction;
import dev.wherry.app.tray.TrayAction.General;
import dev.wherry.app.tray.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("desktop")
class DesktopNotifierTest {

    private static final Notice READY = new Notice(NoticeKind.ENGINE_READY, "Ready", "It is ready.");
    private static final Notice CONFLICT = new Notice(NoticeKind.PORT_CONFLICT, "Conflict", "web: <nginx> & others");

    @TempDir
    private Path folder;
    private PrivateBus daemon;
    private SessionBus bus;
    private DesktopNotifier notifier;
    private final List<TrayAction> done = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        daemon = new PrivateBus(folder);
        bus = daemon.open();
        notifier = new DesktopNotifier(bus, done::add);
    }

    @AfterEach
    void end() throws Exception {
        notifier.close();
        bus.close();
        daemon.close();
    }

    @Test
    void aNoticeIsShownWithItsPicture() throws Exception {
        try (TestNotifications desktop = new TestNotifications(daemon)) {
            notifier.tell(READY);
            assertThat(desktop.shown()).singleElement().satisfies(shown -> {
                assertThat(shown.summary()).isEqualTo("Ready");
                assertThat(shown.body()).isEqualTo("It is ready.");
                assertThat(shown.actions()).first().isEqualTo("default");
                assertThat(shown.hints()).hasEntrySatisfying("image-data",
                        picture -> assertThat(picture.getSig()).isEqualTo("(iiibiiay)"));
            });
        }
    }

    @Test
    void aClickOpensTheWindow() throws Exception {
        try (TestNotifications desktop = new TestNotifications(daemon)) {
            notifier.tell(READY);
            desktop.click(77); // that of another program
            desktop.click(1);
            await().untilAsserted(() -> assertThat(done).containsExactly(General.OPEN_WINDOW));
        }
    }

    @Test
    void theLatestOfAKindTakesThePlaceOfTheOneBefore() throws Exception {
        try (TestNotifications desktop = new TestNotifications(daemon)) {
            notifier.tell(CONFLICT);
            notifier.tell(READY);
            notifier.tell(CONFLICT);
            assertThat(desktop.shown()).extracting(TestNotifications.Shown::replaces).containsExactly(0L, 0L, 1L);
        }
    }

    @Test
    void whatLooksLikeMarkupIsShownAsItIs() throws Exception {
        try (TestNotifications desktop = new TestNotifications(daemon, "body", "body-markup")) {
            notifier.tell(CONFLICT);
            assertThat(desktop.shown()).singleElement().extracting(TestNotifications.Shown::body)
                    .isEqualTo("web: &lt;nginx&gt; &amp; others");
        }
    }

    @Test
    void whereMarkupIsUnknownNothingIsEscaped() throws Exception {
        try (TestNotifications desktop = new TestNotifications(daemon, "body")) {
            notifier.tell(CONFLICT);
            assertThat(desktop.shown()).singleElement().extracting(TestNotifications.Shown::body)
                    .isEqualTo(CONFLICT.text());
        }
    }

    @Test
    void aDesktopWithoutNotificationsIsNamed() {
        assertThatThrownBy(() -> notifier.tell(READY)).isInstanceOf(UnavailableException.class)
                .hasMessageContaining("org.freedesktop.Notifications");
    }
}
