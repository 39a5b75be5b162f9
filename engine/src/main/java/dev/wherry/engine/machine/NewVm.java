// A VM that is started.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.util.function.Consumer;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.MachineConfig;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.guest.GuestKeys;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.host.HostMemory;
import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.hypervisor.AcceleratorChoice;
import dev.wherry.engine.hypervisor.Hypervisor;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.proxy.Proxies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the VM that a machine's configuration asks for.
 *
 * @param files      the machine's files
 * @param settings   what holds for it now
 * @param images     which guest image it starts with
 * @param console    the log that is begun anew with it
 * @param hypervisor what starts it
 */
record NewVm(MachineFiles files, MachineSettings settings, ImageChoice images, SerialLog console,
        HostHypervisor hypervisor) {

    private static final Logger LOG = LoggerFactory.getLogger(NewVm.class);

    /** Goes through all stages; see {@link Launcher#start}. */
    Session start(Overrides overrides, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException {
        MachineConfig config = settings.config(overrides);
        Prechecks.memory(config, new DataSize(HostMemory.total()), files.config());
        Prechecks.space(files.folder());
        GuestImage image = images.image();
        Hypervisor used = hypervisor.with(config.accelerator());

        stages.accept(Stage.PREPARE);
        try {
            AcceleratorChoice choice = used.chooseAccelerator(image.kernel());
            GuestKeys keys = GuestKeys.loadOrCreate(files.keys());
            // While QEMU starts and Linux boots, there is time for it.
            Thread.ofVirtual().name("warm-up").start(() -> SshGuest.warmUp(keys));
            MachineDisk disk = MachineDisk.prepare(files, config.disk());
            Proxies proxies = MachineSettings.proxies(config, overrides);

            stages.accept(Stage.BOOT);
            console.startAnew();
            RunningVm vm = used.start(VmSpecs.of(config, image, keys, disk, files, proxies));
            LOG.info("{}; QEMU runs as process {}", choice.explanation(), vm.pid());
            VmDetails details = VmDetails.of(vm, choice, image, config, proxies);
            return boot(vm, keys, disk, details, config, proxies, MachineSettings.agent(overrides), stages, entrance);
        } catch (HypervisorException e) {
            throw new MachineException(e.getMessage(), "See " + files.vm().errorLog() + ".", e);
        } catch (IOException e) {
            throw new MachineException("Tried to prepare the machine but failed because " + e.getMessage() + ".",
                    "Look at the files in " + files.folder() + ".", e);
        }
    }

    // What did not come up is ended again: it is of no use to anybody.
    private Session boot(RunningVm vm, GuestKeys keys, MachineDisk disk, VmDetails details, MachineConfig config,
            Proxies proxies, SshAgent agent, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException, IOException, HypervisorException {
        boolean up = false;
        try {
            VmRecord.write(files.vmRecord(), details);
            Session session = new BootSequence(vm, keys, files, details, MachineSettings.shares(config), entrance,
                    config.ports(), agent, config.stageTimeout()).boot(proxies, stages);
            disk.markUsed();
            up = true;
            return session;
        } finally {
            if (!up) {
                boolean interrupted = Thread.interrupted();
                vm.kill();
                vm.close();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
