// Which file of a machine lies where.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Path;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.SocketPath;
import dev.wherry.engine.hypervisor.RuntimeFiles;

/**
 * The files of one machine.
 *
 * @param name         the machine's
 * @param config       what the user chose
 * @param folder       everything that belongs to this machine alone
 * @param disk         the data disk, a sparse raw file
 * @param record       what Wherry remembers of the machine
 * @param keys         folder of the SSH keys
 * @param vm           where the running VM leaves its traces, the console's log among them
 * @param vmRecord     what the next agent is to know of the running VM
 * @param engineSocket the engine socket that docker clients use
 * @param certificates folder of the certificates that the user has every guest trust
 */
public record MachineFiles(String name, Path config, Path folder, Path disk, Path record, Path keys, RuntimeFiles vm,
        Path vmRecord, Path engineSocket, Path certificates) {

    /** The name of the machine that there is when nobody names one. */
    public static final String DEFAULT_NAME = "default";

    /**
     * The files of the machine called {@code name}. Folders of sockets exist when this returns.
     *
     * @throws IOException when they cannot be made
     */
    public static MachineFiles of(Directories directories, String name) throws IOException {
        boolean isDefault = name.equals(DEFAULT_NAME);
        Path folder = folderOfAll(directories).resolve(name);
        return new MachineFiles(
                name,
                directories.config().resolve(isDefault ? "wherry.yaml" : "machines/" + name + ".yaml"),
                folder,
                folder.resolve("disk.raw"),
                folder.resolve("machine.json"),
                folder.resolve("keys"),
                new RuntimeFiles(
                        SocketPath.fitting(directories.runtime().resolve(name + "-qmp.sock")),
                        folder.resolve("qemu.pid"),
                        directories.logs().resolve(name + "-console.log"),
                        directories.logs().resolve(name + "-qemu.log")),
                folder.resolve("vm.json"),
                SocketPath.fitting(directories.runtime()
                        .resolve(isDefault ? "docker.sock" : "docker-" + name + ".sock")),
                directories.config().resolve("certs"));
    }

    /** {@link MachineCatalog#wherry} of this machine. */
    public String wherry() {
        return MachineCatalog.wherry(name);
    }

    static Path folderOfAll(Directories directories) {
        return directories.data().resolve("machines");
    }
}
