// Starting at login on Linux.
package dev.wherry.engine.host.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wherry.engine.host.Autostart;
import dev.wherry.engine.host.PrivateFiles;

/** A desktop entry in the user's autostart folder; see freedesktop.org's Desktop Application Autostart Specification. */
public final class XdgAutostart implements Autostart {

    // Ways of desktops to switch an entry off.
    private static final Set<String> OFF = Set.of("Hidden=true", "X-GNOME-Autostart-enabled=false");

    private final Path file;

    /** Of the user with this {@code home}; {@code XDG_CONFIG_HOME} in {@code environment} counts when it is absolute. */
    public static XdgAutostart of(Map<String, String> environment, Path home) {
        Path named = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        Path config = named.isAbsolute() ? named : home.resolve(".config");
        return new XdgAutostart(config.resolve("autostart").resolve("wherry.desktop"));
    }

    private XdgAutostart(Path file) {
        this.file = file;
    }

    @Override
    public boolean enabled() throws IOException {
        return Files.exists(file) && lines().stream().map(line -> line.replace(" ", "")).noneMatch(OFF::contains);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    @Override
    public void enable(List<String> command) throws IOException {
        String entry = """
                [Desktop Entry]
                Type=Application
                Name=Wherry
                Icon=wherry
                %s
                Terminal=false
                """.formatted(exec(command));
        PrivateFiles.update(file, entry.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void disable() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void refresh(List<String> command) throws IOException {
        if (enabled() && !lines().contains(exec(command))) {
            enable(command);
        }
    }

    // Each argument is quoted for the field's own syntax, and all of it once more as every string of the file is.
    private static String exec(List<String> command) {
        return "Exec=" + command.stream().map(XdgAutostart::quoted).collect(Collectors.joining(" "))
                .replace("\\", "\\\\");
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("%", "%%").replaceAll("[\"`$\\\\]", "\\\\$0") + '"';
    }
}
