// Files for the user alone on Linux and macOS.
package dev.wherry.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PosixPrivateFilesTest extends PrivateFilesContract {

    @TempDir
    private Path folder;

    @Override
    Path folder() {
        return folder;
    }

    @Override
    void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    boolean isUsersAlone(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).endsWith("------");
    }
}
