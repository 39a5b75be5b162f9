// Puts together what the hypervisor is told of a machine.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.engine.config.MachineConfig;
import dev.wherry.engine.guest.GuestKeys;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.PrivateFiles;
import dev.wherry.engine.hypervisor.DataDisk;
import dev.wherry.engine.hypervisor.FwCfgEntry;
import dev.wherry.engine.hypervisor.VmSpec;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.proxy.Proxies;

/** The VM of a machine, and what its guest is told at boot through fw_cfg (vm-image/README.md lists the names). */
final class VmSpecs {

    private static final String PREFIX = "opt/dev.wherry/";

    private VmSpecs() {
    }

    static VmSpec of(MachineConfig config, GuestImage image, GuestKeys keys, MachineDisk disk,
            MachineFiles files, Proxies proxies) throws IOException {
        List<FwCfgEntry> told = new ArrayList<>();
        told.add(text("hostname", MachineCatalog.publicName(files.name())));
        told.add(text("authorized-key", keys.authorizedKey()));
        told.add(file("host-key", files.folder().resolve("ssh-host-key"), keys.hostKeyFile()));
        told.add(text("clock", Long.toString(Instant.now().getEpochSecond())));
        if (disk.isNew()) {
            told.add(text("new-disk", disk.serial()));
        }
        if (!config.engine().isEmpty()) {
            told.add(file("engine.json", files.folder().resolve("engine.json"), engineJson(config, image)));
        }
        Path environment = files.folder().resolve("environment");
        if (proxies.isEmpty()) {
            Files.deleteIfExists(environment); // an earlier one may hold a password
        } else {
            told.add(file("environment", environment, environment(proxies)));
        }
        return new VmSpec(files.name(), Platform.current().arch(), config.cpus(), config.memory().toMiB(),
                image.kernel(),
                image.initrd(), image.manifest().commandLine(), image.root(), new DataDisk(disk.file(), disk.serial()),
                told, files.vm());
    }

    // The user's settings lie over the image's own: the file replaces the guest's, it is not merged there.
    private static String engineJson(MachineConfig config, GuestImage image) throws IOException {
        ObjectNode merged = image.manifest().engineDefaults().deepCopy();
        merged.setAll(config.engine());
        return new ObjectMapper().writeValueAsString(merged);
    }

    private static String environment(Proxies proxies) {
        return proxies.inGuest().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static FwCfgEntry text(String name, String value) {
        return new FwCfgEntry.Text(PREFIX + name, value);
    }

    private static FwCfgEntry file(String name, Path file, String content) throws IOException {
        PrivateFiles.write(file, content.getBytes(StandardCharsets.UTF_8));
        return new FwCfgEntry.File(PREFIX + name, file);
    }
}
