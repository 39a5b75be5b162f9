// The tray of Linux desktops, on a real bus.
package dev.wherry.app.tray.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.wherry.app.tray.MenuEntry;
import dev.wherry.app.tray.MenuEntry.Item;
import dev.wherry.app.tray.MenuEntry.Note;
import dev.wherry.app.tray.MenuEntry.Separator;
import dev.wherry.app.tray.MenuEntry.Submenu;
import dev.wherry.app.tray.TrayAction;
import dev.wherry.app.tray.TrayAction.General;
import dev.wherry.app.tray.TrayContent;
import dev.wherry.app.tray.TrayPicture;
import dev.wherry.app.tray.UnavailableException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("desktop")
class StatusNotifierTrayTest {

    private static final TrayAction LOGS = new TrayAction.ContainerLogs("42", "my_web");
    private static final MenuEntry WEB = new Submenu("my_web", List.of(new Item("Logs", LOGS)));
    private static final TrayContent RUNNING = new TrayContent(TrayPicture.RUNNING, "Wherry: Running",
            List.of(new Note("Running"), new Item("Stop", General.STOP), new Separator(),
                    new Submenu("Containers", List.of(WEB)), new Item("Quit", General.QUIT)));
    private static final TrayContent FAILED = new TrayContent(TrayPicture.ATTENTION, "Wherry: Failed",
            List.of(new Note("Failed"), new Item("Start", General.START), new Item("Quit", General.QUIT)));

    @TempDir
    private Path folder;
    private PrivateBus daemon;
    private SessionBus bus;
    private final List<TrayAction> done = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        daemon = new PrivateBus(folder);
        bus = daemon.open();
    }

    @AfterEach
    void end() throws Exception {
        bus.close();
        daemon.close();
    }

    private StatusNotifierTray open() throws UnavailableException {
        StatusNotifierTray tray = StatusNotifierTray.open(bus, done::add);
        tray.show(RUNNING);
        await().until(tray.shown()::get);
        return tray;
    }

    @Test
    void theDesktopIsToldOfTheIconAndCanDrawIt() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            assertThat(tray.shown().get()).isTrue();
            assertThat(desktop.registered()).containsExactly(bus.ownName());
            assertThat(desktop.itemProperty("Id").getValue()).isEqualTo("wherry");
            assertThat(desktop.itemProperty("Status").getValue()).isEqualTo("Active");
            assertThat(((DBusPath) desktop.itemProperty("Menu").getValue()).getPath()).isEqualTo(MenuObject.PATH);
            assertThat(desktop.itemProperty("ToolTip").getSig()).isEqualTo("(sa(iiay)ss)");
            assertThat((Object[]) desktop.itemProperty("ToolTip").getValue()).contains("Wherry: Running");
        }
    }

    @Test
    void theIconHasSeveralSizesInTheOrderOfTheNetwork() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            tray.show(RUNNING);
            Variant<?> icons = desktop.itemProperty("IconPixmap");
            assertThat(icons.getSig()).isEqualTo("a(iiay)");
            assertThat((List<?>) icons.getValue()).extracting(icon -> ((Object[]) icon)[0])
                    .isEqualTo(TrayPicture.SIZES);
            List<?> pixels = (List<?>) ((Object[]) ((List<?>) icons.getValue()).getFirst())[2];
            int hull = (12 * 16 + 8) * 4;
            assertThat(pixels).hasSize(16 * 16 * 4);
            assertThat(pixels.subList(hull, hull + 4)).as("alpha, red, green, blue")
                    .isEqualTo(List.of((byte) 0xff, (byte) 0x1e, (byte) 0x88, (byte) 0xe5));
        }
    }

    @Test
    void theMenuIsDrawnAsItIs() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            assertThat(tray.shown().get()).isTrue();
            ReadMenu menu = ReadMenu.of(desktop.menu());
            assertThat(menu.properties()).containsEntry("children-display", "submenu");
            assertThat(menu.drawn()).containsExactly("{enabled=false, label=Running}", "{label=Stop}",
                    "{type=separator}", "{children-display=submenu, label=Containers}",
                    "  {children-display=submenu, label=my__web}", "    {label=Logs}", "{label=Quit}");
        }
    }

    @Test
    void oneLevelOfTheMenuAndSingleLinesCanBeReadToo() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            assertThat(tray.shown().get()).isTrue();
            int containers = ReadMenu.of(desktop.menu()).idOf("Containers");
            DbusMenu.Line level = desktop.menu().GetLayout(containers, 1, List.of("label")).root;
            assertThat(level.properties).containsOnlyKeys("label");
            assertThat(level.lines).hasSize(1);
            assertThat(desktop.menu().GetGroupProperties(List.of(containers, 999), List.of())).hasSize(1);
            assertThat(desktop.menu().GetProperty(containers, "label").getValue()).isEqualTo("Containers");
            assertThat(desktop.menu().AboutToShow(containers)).isFalse();
            assertThat(desktop.menu().AboutToShowGroup(List.of(containers, 999)).unknown).containsExactly(999);
        }
    }

    @Test
    void clicksReachTheApp() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            assertThat(tray.shown().get()).isTrue();
            ReadMenu menu = ReadMenu.of(desktop.menu());
            desktop.item().Activate(10, 10);
            desktop.click(menu.idOf("Logs"));
            desktop.click(menu.idOf("Quit"));
            desktop.click(menu.idOf("Running"));
            await().untilAsserted(() -> assertThat(done).containsExactly(General.OPEN_WINDOW, LOGS, General.QUIT));
        }
    }

    @Test
    void aLineKeepsItsIdAndAClickOnOneThatIsGoneDoesNothing() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            ReadMenu before = ReadMenu.of(desktop.menu());
            tray.show(FAILED);
            ReadMenu after = ReadMenu.of(desktop.menu());
            assertThat(after.idOf("Quit")).isEqualTo(before.idOf("Quit"));
            assertThat(after.idOf("Start")).isNotIn(before.idOf("Stop"), before.idOf("Logs"));
            assertThatThrownBy(() -> desktop.click(before.idOf("Logs"))).isInstanceOf(DBusExecutionException.class);
            assertThat(done).isEmpty();
        }
    }

    @Test
    void theDesktopHearsOfEveryChange() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            await().until(() -> desktop.signals().contains("LayoutUpdated 1 0"));
            desktop.signals().clear();
            tray.show(RUNNING);
            tray.show(FAILED);
            await().untilAsserted(() -> assertThat(desktop.signals()).containsExactlyInAnyOrder("NewIcon", "NewStatus",
                    "NewToolTip", "LayoutUpdated 2 0"));
            assertThat(desktop.itemProperty("Status").getValue()).isEqualTo("NeedsAttention");
        }
    }

    @Test
    void aNewDesktopIsToldAgain() throws Exception {
        try (TestDesktop old = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            old.close();
            await().until(() -> !tray.shown().get());
            try (TestDesktop next = new TestDesktop(daemon)) {
                await().until(tray.shown()::get);
                assertThat(next.registered()).containsExactly(bus.ownName());
                assertThat(ReadMenu.of(next.menu()).drawn()).contains("{label=Quit}");
            }
        }
    }

    @Test
    void anIconThatNobodyDrawsIsNotShown() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            desktop.draws(false);
            await().until(() -> !tray.shown().get());
            desktop.draws(true);
            await().until(tray.shown()::get);
            assertThat(desktop.registered()).hasSize(1);
        }
    }

    @Test
    void withoutADesktopThatShowsIconsThereIsNoSuchTray() {
        assertThatThrownBy(() -> StatusNotifierTray.open(bus, done::add)).isInstanceOf(UnavailableException.class)
                .hasMessageContaining("org.kde.StatusNotifierWatcher");
    }

    @Test
    void aDesktopThatComesLateIsWaitedFor() throws Exception {
        try (StatusNotifierTray tray = StatusNotifierTray.openEarly(bus, done::add)) {
            assertThat(tray.shown().get()).isFalse();
            try (TestDesktop desktop = new TestDesktop(daemon)) {
                await().until(tray.shown()::get);
                assertThat(desktop.registered()).hasSize(1);
            }
        }
    }

    @Test
    void withoutABusThereIsNoSuchTray() {
        assertThatThrownBy(() -> SessionBus.open(Map.of())).isInstanceOf(UnavailableException.class)
                .hasMessage("there is no session bus");
        assertThatThrownBy(
                () -> SessionBus.open(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("none"))))
                .isInstanceOf(UnavailableException.class).hasMessageContaining("does not answer");
    }

    @Test
    void theBusInTheUsersRuntimeFolderIsFound() throws Exception {
        try (SessionBus found = SessionBus.open(Map.of("XDG_RUNTIME_DIR", folder.toString()))) {
            assertThat(found.ownName()).startsWith(":");
        }
    }

    @Test
    void theEndOfTheBusIsTheEndOfTheIcon() throws Exception {
        try (TestDesktop desktop = new TestDesktop(daemon); StatusNotifierTray tray = open()) {
            assertThat(desktop.registered()).hasSize(1);
            daemon.close();
            await().until(() -> !tray.shown().get());
        }
    }
}
