// The tray of desktops that know nothing of D-Bus, on a screen with such a tray.
package dev.wherry.app.tray.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import dev.wherry.app.process.RunningProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("desktop")
class AwtTrayTest {

    private static final int HULL = 0x1e88e5;
    private static final int CARGO = 0xe07b12;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private TestScreen screen;

    @BeforeEach
    void begin() throws IOException {
        screen = new TestScreen();
    }

    @AfterEach
    void end() throws InterruptedException {
        screen.close();
    }

    private RunningProgram panel() throws IOException {
        return screen.start("trayer", "--edge", "top", "--align", "left", "--widthtype", "pixel", "--width", "64",
                "--height", "24", "--transparent", "false");
    }

    private RunningProgram app() throws IOException {
        return RunningProgram.java(screen.environment(), List.of(), TrayProgram.class);
    }

    private static void awaitLine(RunningProgram program, String line) {
        await().atMost(LIMIT).until(() -> program.output().contains(line));
    }

    @Test
    void theIconIsDrawnAndChanges() throws Exception {
        try (RunningProgram panel = panel(); RunningProgram app = app()) {
            awaitLine(app, "shown true");
            await().atMost(LIMIT).until(() -> screen.count(CARGO) > 0 && screen.count(HULL) > 0);
            app.type("STARTING_1");
            await().atMost(LIMIT).until(() -> screen.count(CARGO) == 0 && screen.count(HULL) > 0);
        }
    }

    @Test
    void aClickOpensTheWindowAndTheMenuDoesWhatItSays() throws Exception {
        try (RunningProgram panel = panel(); RunningProgram app = app()) {
            await().atMost(LIMIT).until(() -> screen.count(CARGO) > 0);
            // Drawn is not yet listening: a user would click again, too.
            await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
                screen.xdotool("mousemove", "12", "12", "click", "1");
                return app.output().contains("OPEN_WINDOW");
            });
            screen.xdotool("click", "3");
            await().atMost(LIMIT).until(() -> (screen.picture().getRGB(60, 43) & 0xffffff) != 0);
            screen.xdotool("mousemove", "60", "43", "click", "1");
            awaitLine(app, "STOP");
        }
    }

    @Test
    void theIconComesBackWithThePanel() throws Exception {
        try (RunningProgram panel = panel(); RunningProgram app = app()) {
            awaitLine(app, "shown true");
            panel.stop();
            await().atMost(LIMIT).until(() -> app.output().getLast().equals("shown false"));
            try (RunningProgram next = panel()) {
                await().atMost(LIMIT).until(() -> screen.count(HULL) > 0);
                assertThat(app.output()).endsWith("shown true");
                assertThat(next.output()).isEmpty();
            }
        }
    }

    @Test
    void aNoticeIsShownAtTheIconWhereThereIsNoOtherWay() throws Exception {
        try (RunningProgram panel = panel(); RunningProgram app = app()) {
            await().atMost(LIMIT).until(() -> screen.count(CARGO) > 0);
            long before = screen.count(0);
            app.type("tell");
            await().atMost(LIMIT).until(() -> screen.count(0) < before - 1000);
        }
    }
}
