// Everything there is to say about a VM before it runs.
package dev.wherry.engine.hypervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import dev.wherry.engine.host.Platform.Arch;

/**
 * A VM to start.
 *
 * @param name              what the VM answers to when it is adopted; letters, digits, {@code . _ -}
 * @param arch              the guest's architecture
 * @param cpus              virtual processors, 1 to 255
 * @param memoryMiB         memory in MiB, at least 128
 * @param kernel            a Linux kernel
 * @param initrd            its initial RAM disk
 * @param kernelCommandLine the kernel's arguments without {@code console=}, which depends on the machine type; one line,
 *                          without {@code "}
 * @param rootImage         the guest's read-only root, seen as a disk with the serial {@link DataDisk#ROOT_SERIAL}
 * @param disk              the data disk
 * @param fwCfg             what the guest is told at boot
 * @param files             where the running VM is found
 */
public record VmSpec(String name, Arch arch, int cpus, int memoryMiB, Path kernel, Path initrd,
        String kernelCommandLine,
        Path rootImage, DataDisk disk, List<FwCfgEntry> fwCfg, RuntimeFiles files) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public VmSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A VM's name is up to 63 letters, digits, '.', '_' and '-', the first no sign; this is " + name);
        }
        if (cpus < 1 || cpus > 255) {
            throw new IllegalArgumentException("A VM has 1 to 255 processors, not " + cpus);
        }
        if (memoryMiB < 128) {
            throw new IllegalArgumentException("A VM needs at least 128 MiB of memory, not " + memoryMiB);
        }
        if (kernelCommandLine.chars().anyMatch(c -> c == '"' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("Kernel arguments are one line without quotes: " + kernelCommandLine);
        }
        fwCfg = List.copyOf(fwCfg);
        if (fwCfg.stream().map(FwCfgEntry::name).distinct().count() < fwCfg.size()) {
            throw new IllegalArgumentException("Two fw_cfg entries have one name: " + fwCfg);
        }
    }
}
