// Terminals on a Mac.
package dev.wherry.engine.host.mac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import dev.wherry.engine.host.DetachedProgram;
import dev.wherry.engine.host.Detachment;
import dev.wherry.engine.host.ShellWord;
import dev.wherry.engine.host.TerminalWindow;

/**
 * A script whose name ends in ".command", opened as a double-click would: in Terminal, or in iTerm or another one that the user
 * has made the program for such files. Telling either by osascript would need the user's consent to control it. Not yet run on
 * a Mac; the script is tested on Linux.
 */
public final class MacTerminal implements TerminalWindow {

    private final String opener;
    private final Path folder;

    /** Of this computer. */
    public static MacTerminal ofHost() {
        return new MacTerminal("open", Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * With the script in {@code folder}.
     *
     * @param opener opens the file that it is given
     */
    MacTerminal(String opener, Path folder) {
        this.opener = opener;
        this.folder = folder;
    }

    @Override
    public void open(List<String> command) throws IOException, InterruptedException {
        Path script = Files.createTempFile(folder, "wherry", ".command",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            Files.writeString(script, text(command));
            new DetachedProgram(Detachment.ofHost()).start(List.of(opener, script.toString()));
        } catch (IOException e) {
            Files.deleteIfExists(script);
            throw e;
        }
    }

    // The script takes itself away: nobody else knows when it has been read. The shell holds it open.
    private static String text(List<String> command) {
        return "#!/bin/sh\nrm -f -- \"$0\"\nexec " + ShellWord.line(command) + "\n";
    }
}
