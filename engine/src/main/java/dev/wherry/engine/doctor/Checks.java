// Which checks there are.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.machine.MachineFiles;

/** The checks in the order in which they are shown: what the host needs first, then the agent, then the guest. */
final class Checks {

    private Checks() {
    }

    static List<Check> of(Directories directories, String machine, Map<String, String> environment, Path userHome) {
        // Making the machine's paths closes this folder, as every command does.
        boolean wasOpen = PermissionsCheck.isOpenToOthers(directories.runtime());
        try {
            return of(new Subject(directories, machine, MachineFiles.of(directories, machine), environment, userHome),
                    wasOpen);
        } catch (IOException e) {
            return List.of(new QemuCheck(), new UnusableFolderCheck(directories.runtime(), e));
        }
    }

    private static List<Check> of(Subject subject, boolean runtimeWasOpen) {
        return List.of(new ConfigCheck(subject), new QemuCheck(), new AcceleratorCheck(subject),
                new MemoryCheck(subject), new DiskSpaceCheck(subject), new PermissionsCheck(subject, runtimeWasOpen),
                new ImageCheck(subject.directories().data()), new StaleFilesCheck(subject),
                new DockerClientCheck(subject), new ProxyCheck(subject), new CertificatesCheck(subject),
                new AgentCheck(subject),
                new MachineCheck(subject), new PortsCheck(subject), new SharesCheck(subject),
                new GuestReachCheck(subject),
                new ClockCheck(subject), new DnsCheck(subject), new GuestDiskCheck(subject), new EngineCheck(subject));
    }
}
