// Programs that keep passwords for the docker client.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Asks {@code docker-credential-NAME get} (protocol of docker-credential-helpers: the registry on standard input, JSON or an error
 * message on standard output).
 */
final class CredentialHelper {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Long enough for a person to unlock a keychain. */
    private static final Duration LIMIT = Duration.ofMinutes(1);
    /** A desktop gives its apps a short PATH. */
    private static final List<String> ALSO_IN = List.of("/usr/local/bin", "/opt/homebrew/bin",
            "/Applications/Docker.app/Contents/Resources/bin");
    private static final String NOT_FOUND = "credentials not found";
    private static final String TOKEN = "<token>";

    private final String program;
    private final List<Path> folders;

    /** The program of this name, wherever the user's programs are. */
    CredentialHelper(String name) {
        this(name, programFolders());
    }

    CredentialHelper(String name, List<Path> folders) {
        this.program = "docker-credential-" + name;
        this.folders = folders;
    }

    private static List<Path> programFolders() {
        String path = System.getenv("PATH");
        return Stream.concat(Stream.of((path == null ? "" : path).split(File.pathSeparator)), ALSO_IN.stream())
                .filter(folder -> !folder.isEmpty()).map(Path::of).toList();
    }

    /**
     * The login for {@code registry}, as the engine takes it; none when the program knows of none.
     *
     * @throws IOException when the program fails or is not there
     */
    Optional<ObjectNode> login(String registry) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(path(), "get").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw failure("it could not be started: " + e.getMessage());
        }
        try (OutputStream input = process.getOutputStream()) {
            input.write(registry.getBytes(UTF_8));
        } catch (IOException e) {
            // It has ended without reading; its exit code says more.
        }
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw failure("it did not answer within " + LIMIT.toSeconds() + " s");
            }
            return answer(registry, process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for " + program);
        } finally {
            process.destroyForcibly();
        }
    }

    private Optional<ObjectNode> answer(String registry, Process process) throws IOException {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.exitValue() != 0) {
            if (output.contains(NOT_FOUND)) {
                return Optional.empty();
            }
            throw failure(output.isEmpty() ? "it ended with exit code " + process.exitValue() : output);
        }
        JsonNode login = JSON.readTree(output);
        String user = login.path("Username").asText();
        String secret = login.path("Secret").asText();
        return Optional.of(user.equals(TOKEN)
                ? RegistryLogins.withToken(registry, secret)
                : RegistryLogins.withPassword(registry, user, secret));
    }

    // Windows finds the program under its name with .exe by itself, when it is on the PATH.
    private String path() {
        return folders.stream().map(folder -> folder.resolve(program)).filter(Files::isExecutable).findFirst()
                .map(Path::toString).orElse(program);
    }

    private IOException failure(String cause) {
        return new IOException(
                "Tried to get a registry login from " + program + ", which docker's config.json names, but"
                        + " failed because " + cause + ". Run docker login, or take the program out of config.json.");
    }
}
