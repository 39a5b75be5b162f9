// The pictures of the tray; their drawings are in icons/.
package dev.wherry.app.tray;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.MachineReport;

/** An icon of the tray. Each has a shape of its own, so that none is told from another by colour alone. */
public enum TrayPicture {

    STOPPED,
    /** The boat is loaded in three steps while the machine starts. */
    STARTING_1,
    STARTING_2,
    STARTING_3,
    RUNNING,
    PAUSED,
    ATTENTION;

    /** The sizes that there are, in pixels, as trays use them at 100 % to 200 %. */
    public static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48);

    /** The sizes of the pictures for the menu bar of macOS, which are of one colour. */
    public static final List<Integer> TEMPLATE_SIZES = List.of(16, 32);

    /** The picture of a machine. */
    static TrayPicture of(MachineView machine) {
        MachineReport report = machine.report();
        if (machine.lost() != null || report.ports().stream().anyMatch(port -> port.problem() != null)) {
            return ATTENTION;
        }
        return switch (report.state()) {
            case ABSENT, STOPPED -> STOPPED;
            case STARTING -> report.fraction() < 1 / 3.0
                    ? STARTING_1
                    : report.fraction() < 2 / 3.0 ? STARTING_2 : STARTING_3;
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            // Unloaded again.
            case STOPPING -> STARTING_1;
            case FAILED -> ATTENTION;
        };
    }

    /** The picture as a PNG file. */
    public byte[] png(int size) {
        return read(size + ".png");
    }

    /** The one for the menu bar of macOS as a PNG file, of which only the alpha counts. */
    public byte[] templatePng(int size) {
        return read("template-" + size + ".png");
    }

    /** Its pixels, line by line, each as a byte for red, green, blue and alpha. */
    public byte[] pixels(int size) {
        return read(size + ".rgba");
    }

    private byte[] read(String ending) {
        String file = name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + ending;
        try (InputStream stream = TrayPicture.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The picture " + file + " is missing from this program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The picture " + file + " of this program cannot be read", e);
        }
    }
}
