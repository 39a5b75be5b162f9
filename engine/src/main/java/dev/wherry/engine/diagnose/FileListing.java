// Which files there are, how large, and who may open them.
package dev.wherry.engine.diagnose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wherry.engine.host.Directories;

/** A list of all that is in Wherry's folders. */
final class FileListing {

    private static final int DEEPEST = 5;

    private FileListing() {
    }

    static String of(Directories directories) {
        return Stream.of(directories.config(), directories.data(), directories.logs(), directories.runtime()).distinct()
                .map(FileListing::of).collect(Collectors.joining("\n"));
    }

    private static String of(Path folder) {
        if (!Files.exists(folder)) {
            return folder + ": does not exist\n";
        }
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.sorted().map(FileListing::line).collect(Collectors.joining());
        } catch (IOException | UncheckedIOException e) {
            return folder + ": " + e + "\n";
        }
    }

    private static String line(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            return String.format(Locale.ROOT, "%s %12d %s %s%n", mode(file, attributes), attributes.size(),
                    attributes.lastModifiedTime(), file);
        } catch (IOException e) {
            return file + ": " + e + "\n";
        }
    }

    private static String mode(Path file, BasicFileAttributes attributes) throws IOException {
        String kind = attributes.isDirectory() ? "d" : attributes.isRegularFile() ? "-" : "s";
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? kind + PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                : kind;
    }
}
