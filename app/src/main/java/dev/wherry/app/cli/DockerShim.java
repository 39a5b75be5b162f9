// A "docker" for hosts that have none: a script that calls "wherry docker".
package dev.wherry.app.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.host.ShellWord;

/**
 * The shim in one folder. A file of that name that is none of ours is never touched.
 *
 * @param folder  an existing folder
 * @param windows whether the script is for cmd instead of a POSIX shell
 */
record DockerShim(Path folder, boolean windows) {

    private static final String MARK = "Made by \"wherry docker install-shim\"; \"uninstall-shim\" removes it.";

    private Path file() {
        return folder.resolve(windows ? "docker.cmd" : "docker");
    }

    /**
     * Writes the script, or writes it anew.
     *
     * @param wherry the words that start Wherry
     * @throws AgentException when there is another docker in the folder, or the folder cannot be written to
     */
    void install(List<String> wherry) throws AgentException {
        if (!Files.isDirectory(folder)) {
            throw refusal("Tried to put a docker into " + folder + " but there is no such folder.",
                    "Make it first, or name another one, best one that is on your PATH.");
        }
        if (isThere() && !isOurs()) {
            throw refusal(file() + " is another docker; it was left alone.",
                    "Name another folder, or move that docker.");
        }
        try {
            Path draft = Files.createTempFile(folder, "docker", ".new");
            try {
                Files.writeString(draft, script(wherry));
                if (Files.getFileAttributeView(draft, PosixFileAttributeView.class) != null) {
                    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
                Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw refusal("Tried to write " + file() + " but failed because the folder cannot be written to ("
                    + e.getMessage() + ").", "Name a folder of yours, such as ~/.local/bin or ~/bin.");
        }
    }

    /**
     * Deletes the script.
     *
     * @return whether there was one
     * @throws AgentException when the docker there is not ours, or cannot be deleted
     */
    boolean uninstall() throws AgentException {
        if (!isThere()) {
            return false;
        }
        if (!isOurs()) {
            throw refusal(file() + " is another docker; it was left alone.", "Remove it yourself if you mean to.");
        }
        try {
            Files.delete(file());
            return true;
        } catch (IOException e) {
            throw refusal("Tried to delete " + file() + " but failed because of " + e + ".", "Delete it yourself.");
        }
    }

    /**
     * Why typing "docker" would not run this shim; empty when it would.
     *
     * @param path the variable PATH
     */
    Optional<String> whyNotFound(String path) {
        List<Path> folders = Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(path)
                // Windows allows quotes around a folder.
                .map(entry -> entry.replace("\"", "")).filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize()).toList();
        int own = folders.indexOf(folder.toAbsolutePath().normalize());
        if (own < 0) {
            return Optional.of(folder + " is not on your PATH; add it there.");
        }
        List<String> names = windows ? List.of("docker.exe", "docker.bat", "docker.cmd") : List.of("docker");
        return folders.subList(0, windows ? own + 1 : own).stream()
                .flatMap(other -> names.stream().map(other::resolve))
                .filter(other -> Files.isExecutable(other) && !other.equals(file().toAbsolutePath().normalize())
                        && !Files.isDirectory(other))
                .findFirst().map(other -> other + " comes before it on your PATH.");
    }

    private String script(List<String> wherry) {
        if (windows) {
            String line = wherry.stream().map(word -> "\"" + word.replace("%", "%%") + "\"")
                    .collect(Collectors.joining(" "));
            return "@echo off\r\nrem " + MARK + "\r\n" + line + " %*\r\n";
        }
        return "#!/bin/sh\n# " + MARK + "\nexec " + ShellWord.line(wherry) + " \"$@\"\n";
    }

    private boolean isThere() {
        return Files.exists(file(), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isOurs() throws AgentException {
        try {
            return Files.isRegularFile(file(), LinkOption.NOFOLLOW_LINKS) && beginning().contains(MARK);
        } catch (IOException e) {
            throw refusal("Tried to read " + file() + " but failed because of " + e + ".", "Make it readable for you.");
        }
    }

    private String beginning() throws IOException {
        // Another docker is a program of many megabytes, in no character set.
        try (InputStream in = Files.newInputStream(file())) {
            return new String(in.readNBytes(200), StandardCharsets.UTF_8);
        }
    }

    private static AgentException refusal(String message, String remedy) {
        return new AgentException(AgentException.Kind.PRECHECK, message, remedy);
    }
}
