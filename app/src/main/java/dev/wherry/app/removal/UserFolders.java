// The folders that hold what Wherry keeps for a user.
package dev.wherry.app.removal;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.SocketPath;
import org.jspecify.annotations.Nullable;

/**
 * Settings, machines, logs and sockets. Nothing of Wherry's may be running when they are deleted.
 *
 * @param directories where they are
 * @param common      the folder that all of them are in, when WHERRY_HOME has moved them there
 */
record UserFolders(Directories directories, @Nullable Path common) {

    /** Deletes them with all that is in them. */
    void delete() throws IOException {
        for (Path folder : List.of(directories.runtime(), SocketPath.substitute(directories.runtime()),
                directories.logs(), directories.data(), directories.config())) {
            delete(folder);
        }
        if (common != null) {
            deleteIfEmpty(common);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            // The user may have put a large folder onto another disk and a link in its place; links inside are not followed.
            try (Stream<Path> all = Files.walk(folder.toRealPath())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // The rest is not Wherry's.
            return;
        }
    }
}
