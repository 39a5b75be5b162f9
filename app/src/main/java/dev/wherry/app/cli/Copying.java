// How files get across: as a tar stream, from one side's tar to the other's.
package dev.wherry.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.host.ShellWord;

/**
 * Copies between here and a {@link FarPath}. What crosses lands in a folder of its own first, so that a copy which breaks off
 * leaves nothing half done in the target's place, and so that each side's own "cp" decides what a target means.
 */
final class Copying {

    /** In the guest, on the data disk: its root is in memory. */
    private static final String STAGE = "set -e; d=$(mktemp -d /data/cp.XXXXXX); trap 'rm -rf \"$d\"' EXIT; ";

    private static final Duration LAST_WORD = Duration.ofMinutes(1);

    private final MachineOption machine;

    Copying(MachineOption machine) {
        this.machine = machine;
    }

    /** Copies {@code source}, a file or folder here, to {@code target}. */
    int send(Path source, FarPath target) throws Exception {
        if (!Files.exists(source)) {
            throw new AgentException(AgentException.Kind.FAILED, "There is no file or folder " + source + " here.",
                    "Write vm:" + source + " if it is in the machine.");
        }
        Path whole = source.toRealPath();
        String name = String.valueOf(whole.getFileName());
        Process tar = tar(List.of("-c", "-f", "-", "-C", String.valueOf(whole.getParent()), "./" + name));
        tar.getOutputStream().close();
        String line = STAGE + "tar -x -f - -C \"$d\"; " + target.copyFrom("\"$d\"/" + ShellWord.quote(name));
        try (InputStream packed = tar.getInputStream()) {
            return worse(ForwardedCommand.run(machine, line, packed, System.out), tar);
        } finally {
            tar.destroy();
        }
    }

    /** Copies {@code source} to {@code target} here. */
    int fetch(FarPath source, Path target) throws Exception {
        Path parent = Files.isDirectory(target) ? target : target.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new AgentException(AgentException.Kind.FAILED, "There is no folder " + parent + " here.",
                    "Make it first.");
        }
        Path stage = Files.createTempDirectory(parent, ".wherry-cp");
        try {
            int code = unpack(source, stage);
            if (code == ExitCode.DONE) {
                put(stage, target);
            }
            return code;
        } finally {
            delete(stage);
        }
    }

    private int unpack(FarPath source, Path stage) throws Exception {
        Process tar = tar(List.of("-x", "-f", "-", "-C", stage.toString()));
        String line = STAGE + source.copyInto("\"$d\"/") + " >&2; tar -c -f - -C \"$d\" .";
        try (OutputStream unpacked = tar.getOutputStream()) {
            int code = ForwardedCommand.run(machine, line, InputStream.nullInputStream(), unpacked);
            unpacked.close();
            return worse(code, tar);
        } finally {
            tar.destroy();
        }
    }

    // The stage lies in the target's own folder, so that this is a rename.
    private static void put(Path stage, Path target) throws IOException, AgentException {
        boolean into = Files.isDirectory(target);
        try (Stream<Path> things = Files.list(stage)) {
            for (Path thing : things.toList()) {
                Path place = into ? target.resolve(thing.getFileName()) : target;
                try {
                    Files.move(thing, place, StandardCopyOption.REPLACE_EXISTING);
                } catch (FileSystemException e) {
                    throw new AgentException(AgentException.Kind.FAILED, "Tried to put the copy at " + place
                            + " but failed because " + reason(e) + ".", "Remove it, or name another target.");
                }
            }
        }
    }

    private static String reason(FileSystemException e) {
        return e instanceof DirectoryNotEmptyException
                ? "there is a folder with something in it"
                : String.valueOf(e.getReason());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    // Every desktop system brings a tar of its own: macOS and Windows 10 that of libarchive, Linux GNU's.
    private static Process tar(List<String> arguments) throws IOException {
        ProcessBuilder tar = new ProcessBuilder("tar").redirectError(ProcessBuilder.Redirect.INHERIT);
        tar.command().addAll(arguments);
        return tar.start();
    }

    // The far side has had all it wanted, or this side all there is: nothing keeps tar from ending.
    private static int worse(int remote, Process tar) throws InterruptedException {
        if (remote != ExitCode.DONE) {
            return remote;
        }
        boolean ended = tar.waitFor(LAST_WORD.toSeconds(), TimeUnit.SECONDS);
        return ended && tar.exitValue() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
