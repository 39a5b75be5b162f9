// The files through which a running VM is found again.
package dev.wherry.engine.hypervisor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a VM leaves its traces while it runs. Every machine has its own, in a folder that only its user can open:
 * whoever can connect to the control socket owns the VM.
 *
 * @param qmpSocket the control socket, at most 103 bytes long as text (the limit of {@code sun_path} on macOS)
 * @param pidFile   written, and held locked, by the VM's process
 * @param serialLog what the guest prints on its console; appended to
 * @param errorLog  what the hypervisor's own process prints; begun anew at every start
 */
public record RuntimeFiles(Path qmpSocket, Path pidFile, Path serialLog, Path errorLog) {

    private static final int LONGEST_SOCKET_PATH = 103;

    public RuntimeFiles {
        if (qmpSocket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH) {
            throw new IllegalArgumentException("A unix socket's path has at most " + LONGEST_SOCKET_PATH
                    + " bytes; this one is longer: " + qmpSocket);
        }
    }

    /** The customary names, all in {@code folder}. */
    public static RuntimeFiles in(Path folder) {
        return new RuntimeFiles(folder.resolve("qmp.sock"), folder.resolve("vm.pid"), folder.resolve("console.log"),
                folder.resolve("qemu.log"));
    }
}
