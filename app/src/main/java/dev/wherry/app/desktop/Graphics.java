// How the window is drawn.
package dev.wherry.app.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.wherry.engine.host.Platform;

/**
 * Where Linux has no graphics device, JavaFX would load a software OpenGL (50 MB with its compiler), find it too slow and draw by
 * itself. It is told so beforehand.
 */
final class Graphics {

    private static final Path DEVICES = Path.of("/dev/dri");
    private static final String ORDER = "prism.order";

    private Graphics() {
    }

    /** Settles it; before JavaFX is started. Whoever has chosen already is left alone. */
    static void choose() {
        if (System.getProperty(ORDER) == null && Platform.current().os() == Platform.Os.LINUX && !hasDevice(DEVICES)) {
            System.setProperty(ORDER, "sw");
        }
    }

    static boolean hasDevice(Path devices) {
        try (Stream<Path> all = Files.list(devices)) {
            return all.anyMatch(device -> String.valueOf(device.getFileName()).startsWith("renderD"));
        } catch (IOException e) {
            return false;
        }
    }
}
