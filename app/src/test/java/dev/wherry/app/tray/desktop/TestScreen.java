// A screen that nobody sees.
package dev.wherry.app.tray.desktop;

import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import dev.wherry.app.process.RunningProgram;

/** An X server on a display of its own. */
final class TestScreen implements AutoCloseable {

    private final RunningProgram server;
    private final String display;

    TestScreen() throws IOException {
        server = RunningProgram.service(Map.of(),
                List.of("Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"));
        await().until(() -> !server.output().isEmpty());
        display = ":" + server.output().getFirst();
    }

    /** What tells a program of this screen. */
    Map<String, String> environment() {
        return Map.of("DISPLAY", display);
    }

    /** Starts a program that stays on the screen. */
    RunningProgram start(String... command) throws IOException {
        return RunningProgram.service(environment(), List.of(command));
    }

    /** Runs xdotool to its end. */
    void xdotool(String... arguments) throws IOException, InterruptedException {
        Process process = start(new ProcessBuilder(
                Stream.concat(Stream.of("xdotool"), Stream.of(arguments)).toList()));
        if (process.waitFor() != 0) {
            throw new IOException("xdotool failed");
        }
    }

    private Process start(ProcessBuilder builder) throws IOException {
        builder.environment().putAll(environment());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** What is to be seen now. */
    BufferedImage picture() throws IOException, InterruptedException {
        Process process = start(new ProcessBuilder("import", "-window", "root", "png:-"));
        try (InputStream png = process.getInputStream()) {
            return ImageIO.read(png);
        } finally {
            process.waitFor();
        }
    }

    /** How many pixels have the colour {@code rgb}. */
    long count(int rgb) throws IOException, InterruptedException {
        BufferedImage picture = picture();
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xffffff) == rgb)
                .count();
    }

    @Override
    public void close() throws InterruptedException {
        server.stop();
    }
}
