// How the window is drawn.
package dev.wherry.app.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.linux.NativeEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Where Linux has no graphics device, both JavaFX and GTK would load a software OpenGL (60 MB with its compiler): JavaFX finds it
 * too slow and draws by itself, GTK only asks it which visuals it has. Both are told beforehand to do without. Whoever has chosen
 * already, by property or variable, is left alone.
 */
public final class Graphics implements AutoCloseable {

    private static final Path DEVICES = Path.of("/dev/dri");
    private static final String ORDER = "prism.order";
    /** 8 MB of texture that save little where the processor paints it as well as what is drawn from it. */
    private static final String NO_REGION_CACHE = "prism.disableRegionCaching";
    private static final String GTK = "GDK_GL";

    private final @Nullable NativeEnvironment gtk;

    private Graphics(@Nullable NativeEnvironment gtk) {
        this.gtk = gtk;
    }

    /** Settles it, before JavaFX is started; to be closed when it has been, so that no other program is told. */
    public static Graphics choose() {
        if (Platform.current().os() != Platform.Os.LINUX || hasDevice(DEVICES)) {
            return new Graphics(null);
        }
        setUnlessChosen(ORDER, "sw");
        setUnlessChosen(NO_REGION_CACHE, "true");
        return new Graphics(System.getenv(GTK) == null ? NativeEnvironment.set(GTK, "disable") : null);
    }

    private static void setUnlessChosen(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    static boolean hasDevice(Path devices) {
        try (Stream<Path> all = Files.list(devices)) {
            return all.anyMatch(device -> String.valueOf(device.getFileName()).startsWith("renderD"));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (gtk != null) {
            gtk.close();
        }
    }
}
