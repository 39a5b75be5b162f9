// A shell script in QEMU's place.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.wherry.engine.host.Platform.Arch;

/** Writes programs that behave as a QEMU might. */
final class FakeQemu {

    private FakeQemu() {
    }

    /** A program called {@code file} that runs {@code script}; {@code $console} in it is the guest's console. */
    static Path write(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file,
                """
                        #!/bin/sh
                        for word; do case $word in file,id=serial,path=*) console=${word#*path=}; console=${console%,append=on};; esac; done
                        """
                        + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The same as an installation whose version is known. */
    static QemuInstallation install(Path file, String script, QemuVersion version, Arch arch) throws IOException {
        return new QemuInstallation(write(file, script), version, arch);
    }
}
