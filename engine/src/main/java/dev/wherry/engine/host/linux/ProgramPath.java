// Where programs are.
package dev.wherry.engine.host.linux;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders that programs are looked for in. */
final class ProgramPath {

    private final List<Path> folders;

    private ProgramPath(List<Path> folders) {
        this.folders = folders;
    }

    /** Those that {@code environment} names. */
    static ProgramPath of(Map<String, String> environment) {
        return new ProgramPath(Stream.of(environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin")
                .split(File.pathSeparator)).filter(folder -> !folder.isEmpty()).map(Path::of).toList());
    }

    /** The file of the program that is called {@code name}, or has this path. */
    Optional<Path> find(String name) {
        return folders.stream().map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }
}
