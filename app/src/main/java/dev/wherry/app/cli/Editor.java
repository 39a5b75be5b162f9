// The user's text editor.
package dev.wherry.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Os;

/**
 * An editor.
 *
 * @param command as a shell reads it, so that it may have options; the file's name is added
 * @param os      whose shell that is
 */
record Editor(String command, Os os) {

    /** $VISUAL, else $EDITOR, else what every computer has. */
    static Editor of(Map<String, String> environment) throws AgentException {
        Os os = Platform.current().os();
        return new Editor(Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(command -> !command.isBlank())
                .findFirst()
                .orElse(os == Os.WINDOWS ? "notepad" : fallback(environment.getOrDefault("PATH", ""))), os);
    }

    private static String fallback(String path) throws AgentException {
        return Stream.of("vi", "nano")
                .filter(name -> Stream.of(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
                .findFirst()
                .orElseThrow(() -> new AgentException(AgentException.Kind.PRECHECK,
                        "There is no editor: neither vi nor nano.",
                        "Name yours in the variable VISUAL or EDITOR."));
    }

    /**
     * Lets the user edit {@code file}, and returns when the editor has ended.
     *
     * @throws AgentException when it could not be started or ended with another exit code than 0
     */
    void open(Path file) throws AgentException, InterruptedException {
        List<String> line = commandLine(file);
        try {
            int exitCode = new ProcessBuilder(line).inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw failed("it ended with exit code " + exitCode);
            }
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    // The file's name goes apart from the command, so that no letter in it needs quotes. Not yet run on Windows.
    private List<String> commandLine(Path file) {
        if (os == Os.WINDOWS) {
            return Stream.concat(Stream.of(command.strip().split(" +")), Stream.of(file.toString())).toList();
        }
        return List.of("sh", "-c", command + " \"$1\"", "sh", file.toString());
    }

    private AgentException failed(String why) {
        return new AgentException(AgentException.Kind.FAILED,
                "Tried to edit with \"" + command + "\" but failed because " + why + ".",
                "Nothing was changed. Name another editor in the variable VISUAL or EDITOR.");
    }
}
