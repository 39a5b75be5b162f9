// A real window on a display that nobody sees, before a machine that is not there.
package dev.wherry.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

import dev.wherry.app.desk.Desk;
import dev.wherry.app.desktop.DesktopPages;
import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.preferences.Preferences;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxToolkit;

/** Opens the window for each test and closes it with all that belongs to it. Texts are English, whatever the computer speaks. */
public abstract class WindowTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Duration MOVING = Duration.ofSeconds(3);

    /** Clicks and types. */
    protected final OrderlyRobot robot = new OrderlyRobot();

    private @Nullable FakeMachine machine;
    private @Nullable Desk desk;
    private @Nullable MainWindow window;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        Locale.setDefault(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    /** Opens the window before {@code fake}, which is closed with it. */
    protected final void open(FakeMachine fake) throws Exception {
        open(fake, Preferences.DEFAULTS.afterWelcome().withTheme(Preferences.Theme.LIGHT));
    }

    /** The same for a user with these {@code preferences}. */
    protected final void open(FakeMachine fake, Preferences preferences) throws Exception {
        machine = fake;
        open(fake.directories(), preferences);
    }

    /** The same before whatever machine is in {@code directories}. */
    protected final void open(Directories directories, Preferences preferences) throws Exception {
        Desk made = new Desk(directories, MachineFiles.DEFAULT_NAME);
        desk = made;
        made.preferences().change(old -> preferences);
        window = onScreen(() -> {
            MainWindow shown = new MainWindow(made, new Stage(), new DesktopPages(() -> {
            }));
            shown.show();
            return shown;
        });
    }

    /** Closes the window, the desk and the machine. */
    @AfterEach
    final void close() throws Exception {
        MainWindow open = window;
        if (open != null) {
            onScreen(() -> {
                open.close();
                return open;
            });
        }
        if (desk != null) {
            desk.close();
        }
        if (machine != null) {
            machine.close();
        }
    }

    /** The machine that is not there. */
    protected final FakeMachine machine() {
        return there(machine);
    }

    /** What the window works with. */
    protected final Desk desk() {
        return there(desk);
    }

    /** The window. */
    protected final MainWindow window() {
        return there(window);
    }

    private static <T> T there(@Nullable T opened) {
        if (opened == null) {
            throw new IllegalStateException("The test has not called open()");
        }
        return opened;
    }

    /** Does {@code call} on the FX thread and waits for it. */
    protected static <T> T onScreen(Callable<T> call) throws Exception {
        return OrderlyRobot.onScreen(call);
    }

    /** Waits for a condition, which is looked at on the test's thread. */
    protected static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50))
                .ignoreExceptions();
    }

    /** The node that {@code query}, such as {@code #page-images}, finds as soon as it is there and visible. */
    protected final Node find(String query) {
        return robot.find(query);
    }

    /** The same for a node of the class {@code type}. */
    protected final <T extends Node> T find(String query, Class<T> type) {
        return type.cast(find(query));
    }

    /** Goes to {@code place}. */
    protected final void go(Place place) throws Exception {
        onScreen(() -> {
            window().open(place);
            return place;
        });
    }

    /** Types {@code keys} at once, the last one with those before it held. */
    protected final void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** Waits until the window looks the same twice, or for {@link #MOVING} where something always moves. */
    protected final void settle() {
        long end = System.nanoTime() + MOVING.toNanos();
        AtomicReference<Integer> before = new AtomicReference<>(0);
        await("a still picture").until(() -> {
            int now = Arrays.hashCode(pixels(picture()));
            return before.getAndSet(now) == now || System.nanoTime() > end;
        });
    }

    private WritableImage picture() throws Exception {
        return onScreen(() -> window().owner().getScene().snapshot(null));
    }

    private static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /** Writes what the window shows to target/screenshots/{@code name}.png. */
    protected final void screenshot(String name) throws Exception {
        WritableImage image = onScreen(() -> {
            // Styles and sizes that have just changed are applied at the next pulse; here and now.
            Scene scene = window().owner().getScene();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        write(image, SCREENSHOTS.resolve(name + ".png"));
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels(image), 0, width);
        Files.createDirectories(file.getParent());
        ImageIO.write(copy, "png", file.toFile());
    }
}
