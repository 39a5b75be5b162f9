// Looks for QEMU where people and packages put it.
package dev.wherry.engine.hypervisor.qemu;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.Platform.Arch;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.hypervisor.HypervisorException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the QEMU to use: the user's setting and nothing else when there is one; otherwise the one bundled with Wherry,
 * then {@code PATH}, then the customary places of the operating system.
 */
public final class QemuLocator {

    private static final Duration VERSION_DEADLINE = Duration.ofSeconds(10);

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private final Platform host;
    private final @Nullable Path setting;
    private final @Nullable Path bundle;
    private final String searchPath;

    /** The folder of the bundled QEMU; packages that have one set it. */
    private static final String BUNDLE_PROPERTY = "wherry.qemu";

    /** A locator for this host that goes by {@code WHERRY_QEMU} and {@code PATH} of the environment. */
    public static QemuLocator ofHost() {
        String searchPath = System.getenv("PATH");
        return new QemuLocator(Platform.current(), path(System.getenv("WHERRY_QEMU")),
                path(System.getProperty(BUNDLE_PROPERTY)), searchPath == null ? "" : searchPath);
    }

    private static @Nullable Path path(@Nullable String named) {
        return named == null || named.isBlank() ? null : Path.of(named);
    }

    /**
     * A locator for this host.
     *
     * @param setting    the executable that the user has set, or null
     * @param bundle     the folder of a bundled QEMU, or null
     * @param searchPath the value of {@code PATH}; empty for none
     */
    public QemuLocator(Platform host, @Nullable Path setting, @Nullable Path bundle, String searchPath) {
        this.host = host;
        this.setting = setting;
        this.bundle = bundle;
        this.searchPath = searchPath;
    }

    /**
     * The first usable QEMU for guests of {@code arch}.
     *
     * @throws HypervisorException naming every place that was tried and what was wrong there
     */
    public QemuInstallation locate(Arch arch) throws HypervisorException, InterruptedException {
        List<String> failures = new ArrayList<>();
        for (Path candidate : candidates(arch)) {
            try {
                return new QemuInstallation(candidate.toAbsolutePath(), usableVersion(candidate), arch);
            } catch (IOException e) {
                failures.add(candidate + ": " + e.getMessage());
            }
        }
        throw new HypervisorException(
                "Tried to find " + QemuInstallation.programName(arch) + " but found none that works; "
                        + advice() + ". Tried:\n  " + String.join("\n  ", failures));
    }

    SequencedSet<Path> candidates(Arch arch) {
        SequencedSet<Path> found = new LinkedHashSet<>();
        if (setting != null) {
            found.add(setting);
            return found;
        }
        String program = QemuInstallation.programName(arch) + (host.os() == Os.WINDOWS ? ".exe" : "");
        folders().forEach(folder -> found.add(folder.resolve(program)));
        return found;
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        if (bundle != null) {
            folders.add(bundle);
        }
        SEPARATOR.splitAsStream(searchPath).flatMap(entry -> absolute(entry).stream()).forEach(folders::add);
        // An app started from the desktop has a bare PATH, without Homebrew's and the Windows installer's folders.
        folders.addAll(switch (host.os()) {
            case MAC -> List.of(Path.of("/opt/homebrew/bin"), Path.of("/usr/local/bin"));
            case WINDOWS -> List.of(Path.of("C:\\Program Files\\qemu"));
            case LINUX -> List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));
        });
        return folders;
    }

    // A relative entry of PATH would let whoever owns the current folder choose what we run, and what is no path at
    // all is skipped by shells too.
    private static Optional<Path> absolute(String entry) {
        try {
            return Optional.of(Path.of(entry)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String advice() {
        if (setting != null) {
            return "correct the setting or remove it";
        }
        return switch (host.os()) {
            case MAC -> "install it with \"brew install qemu\"";
            case WINDOWS -> "install it with \"winget install SoftwareFreedomConservancy.QEMU\"";
            case LINUX -> "install your distribution's package of it (qemu-system-x86, qemu-system-arm)";
        };
    }

    private static QemuVersion usableVersion(Path executable) throws IOException, InterruptedException {
        if (!Files.isRegularFile(executable)) {
            throw new IOException(Files.exists(executable) ? "not a file" : "does not exist");
        }
        if (!Files.isExecutable(executable)) {
            throw new IOException("may not be executed");
        }
        String said = versionText(executable);
        QemuVersion version = QemuVersion.parse(said)
                .orElseThrow(() -> new IOException("did not name its version but said: " + said.strip()));
        if (!version.isAtLeast(QemuVersion.OLDEST)) {
            throw new IOException("is QEMU " + version + ", older than " + QemuVersion.OLDEST);
        }
        return version;
    }

    private static String versionText(Path executable) throws IOException, InterruptedException {
        // A file rather than a pipe: a program that hangs cannot keep a reader hanging with it.
        Path output = Files.createTempFile("qemu", ".version");
        try {
            Process process = new ProcessBuilder(executable.toString(), "--version").redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(VERSION_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("did not answer --version within " + VERSION_DEADLINE.toSeconds() + " s");
                }
            } finally {
                process.destroyForcibly();
            }
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
