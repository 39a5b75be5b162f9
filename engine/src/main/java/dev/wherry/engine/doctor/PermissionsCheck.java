// Whether Wherry can use its folders, and nobody else can.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.ShellWord;
import dev.wherry.engine.machine.MachineFiles;

/** Looks at who may write to Wherry's folders, and at who may read what is secret in them. */
final class PermissionsCheck implements Check {

    static final String ID = "permissions";
    static final String TITLE = "Permissions";

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Subject subject;
    private final boolean runtimeWasOpen;

    /** With whether others could open the folder of the sockets before this program closed it. */
    PermissionsCheck(Subject subject, boolean runtimeWasOpen) {
        this.subject = subject;
        this.runtimeWasOpen = runtimeWasOpen;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public Finding run() throws IOException {
        Directories folders = subject.directories();
        List<Path> closed = Stream.of(folders.config(), folders.data(), folders.logs(), folders.runtime()).distinct()
                .filter(Files::exists).filter(folder -> !Files.isDirectory(folder) || !Files.isWritable(folder))
                .toList();
        if (!closed.isEmpty()) {
            return Finding.failed(this, "Wherry cannot write to " + list(closed) + ".",
                    "sudo chown -R \"$USER\" " + words(closed));
        }
        List<Path> open = secrets(subject.files()).stream().filter(PermissionsCheck::isOpenToOthers).toList();
        if (!open.isEmpty()) {
            return Finding.failed(this, "Other users of this computer can get at " + list(open) + ".",
                    "chmod go= " + words(open))
                    .fixedBy(() -> close(open));
        }
        return runtimeWasOpen
                ? Finding.warning(this, "Other users of this computer could open " + folders.runtime()
                        + " and so steer the machine, until just now: it is closed again.",
                        "Find out what opens it; nothing is left to do here.")
                : Finding.passed(this, "Wherry's folders are writable, its keys and sockets for you alone");
    }

    private static List<Path> secrets(MachineFiles files) throws IOException {
        List<Path> secrets = Stream.of(files.folder(), files.disk(), files.keys(),
                files.folder().resolve("ssh-host-key"), files.folder().resolve("engine.json"),
                files.folder().resolve("environment")).filter(Files::exists)
                .collect(Collectors.toList());
        if (Files.isDirectory(files.keys())) {
            try (Stream<Path> keys = Files.list(files.keys())) {
                keys.forEach(secrets::add);
            }
        }
        return secrets;
    }

    static boolean isOpenToOthers(Path path) {
        try {
            return !OWNERS.containsAll(Files.getPosixFilePermissions(path));
        } catch (IOException | UnsupportedOperationException e) {
            return false; // not there, or Windows, where the folder above is for the user alone
        }
    }

    private static String close(List<Path> open) throws IOException {
        for (Path path : open) {
            Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            mode.retainAll(OWNERS);
            Files.setPosixFilePermissions(path, mode);
        }
        return "Closed to others: " + open.stream()
                .map(path -> path + " (" + mode(path) + ")").collect(Collectors.joining(", "));
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            return "gone";
        }
    }

    private static String words(List<Path> paths) {
        return ShellWord.line(paths.stream().map(Path::toString).toList());
    }

    private static String list(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
