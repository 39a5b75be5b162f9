// Starting at login on a Mac.
package dev.wherry.engine.host.mac;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.wherry.engine.host.Autostart;
import dev.wherry.engine.host.PrivateFiles;

/**
 * A property list in the user's folder of launch agents; see launchd.plist(5). launchd reads the folder at login by itself, so
 * that launchctl is not needed. What the user switches off in System Settings is kept elsewhere and cannot be seen here.
 */
public final class LaunchAgent implements Autostart {

    private static final String LABEL = "dev.wherry.app";
    private static final String DISABLED = "<key>Disabled</key><true/>";

    private final Path folder;
    private final Path file;

    /** Of the user with this {@code home}. */
    public static LaunchAgent of(Path home) {
        return new LaunchAgent(home.resolve("Library/LaunchAgents"));
    }

    private LaunchAgent(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(LABEL + ".plist");
    }

    @Override
    public boolean enabled() throws IOException {
        return Files.exists(file) && !Files.readString(file).replaceAll("\\s", "").contains(DISABLED);
    }

    @Override
    public void enable(List<String> command) throws IOException {
        // Aqua: only where there is a screen. Interactive: not slowed down as a background job would be.
        String list = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                    <key>Label</key>
                    <string>%s</string>
                %s
                    <key>RunAtLoad</key>
                    <true/>
                    <key>LimitLoadToSessionType</key>
                    <string>Aqua</string>
                    <key>ProcessType</key>
                    <string>Interactive</string>
                </dict>
                </plist>
                """.formatted(LABEL, arguments(command));
        // The folder is shared with other programs, so that its access is not for Wherry to change.
        Files.createDirectories(folder);
        PrivateFiles.write(file, list.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void disable() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void refresh(List<String> command) throws IOException {
        if (enabled() && !Files.readString(file).contains(arguments(command))) {
            enable(command);
        }
    }

    private static String arguments(List<String> command) {
        return command.stream().map(argument -> "        <string>" + escaped(argument) + "</string>")
                .collect(Collectors.joining("\n", "    <key>ProgramArguments</key>\n    <array>\n", "\n    </array>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
