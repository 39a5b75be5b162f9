// The whole tray in a process of its own.
package dev.wherry.app.tray.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.wherry.app.process.RunningProgram;
import dev.wherry.app.tray.dbus.PrivateBus;
import dev.wherry.app.tray.dbus.TestDesktop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("desktop")
class DesktopTrayTest {

    @TempDir
    private Path folder;

    private static RunningProgram app(Map<String, String> environment, Path loaded) throws IOException {
        return RunningProgram.java(environment, List.of("-Xlog:class+load:file=" + loaded), TrayProgram.class);
    }

    @Test
    void whereTheDesktopDrawsIconsItselfAwtIsNotEvenLoaded() throws Exception {
        Path loaded = folder.resolve("loaded");
        try (PrivateBus bus = new PrivateBus(folder); TestDesktop desktop = new TestDesktop(bus)) {
            try (RunningProgram app = app(bus.environment(), loaded)) {
                await().until(() -> app.output().contains("shown true"));
                desktop.item().Activate(1, 1);
                await().until(() -> app.output().contains("OPEN_WINDOW"));
                app.type("ATTENTION");
                await().until(() -> desktop.signals().contains("NewStatus"));
            }
        }
        assertThat(Files.readString(loaded)).contains("StatusNotifierTray").doesNotContain("java.awt.");
    }

    @Test
    void withoutAnyDesktopTheAppRunsAllTheSame() throws Exception {
        Path loaded = folder.resolve("loaded");
        try (RunningProgram app = app(Map.of(), loaded)) {
            // All that there could be has been tried.
            await().until(() -> Files.exists(loaded) && Files.readString(loaded).contains("java.awt.SystemTray "));
            app.type("tell");
            app.type("ATTENTION");
            assertThat(app.output()).containsExactly("shown false");
        }
    }
}
