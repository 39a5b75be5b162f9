// Starts a machine for real, stage by stage.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.IdleSettings;
import dev.wherry.engine.config.MachineConfig;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.guest.GuestKeys;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.host.HostMemory;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.AcceleratorChoice;
import dev.wherry.engine.hypervisor.Hypervisor;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.VmSpec;
import dev.wherry.engine.hypervisor.VmStatus;
import dev.wherry.engine.hypervisor.qemu.QemuHypervisor;
import dev.wherry.engine.hypervisor.qemu.QemuLocator;
import dev.wherry.engine.image.GuestImage;
import dev.wherry.engine.proxy.Proxies;
import dev.wherry.engine.share.Share;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The launcher of one machine, with QEMU, the guest image and the machine's files. */
public final class VmLauncher implements Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(VmLauncher.class);

    private final String name;
    private final MachineFiles files;
    private final Path data;
    private final SerialLog console;
    private final MachineSettings settings;
    private final ImageChoice images;
    private final MachineFolder folder;

    /**
     * A launcher.
     *
     * @param name  the machine's name
     * @param files the machine's files
     * @param data  folder for what all machines share
     */
    public VmLauncher(String name, MachineFiles files, Path data) {
        this.name = name;
        this.files = files;
        this.data = data;
        this.console = new SerialLog(files.vm().serialLog());
        this.settings = new MachineSettings(files.config());
        this.images = new ImageChoice(data, files.wherry());
        this.folder = new MachineFolder(name, files);
    }

    @Override
    public boolean exists() {
        return MachineDisk.exists(files);
    }

    @Override
    public boolean seemsToRun() {
        return Files.exists(files.vm().pidFile());
    }

    @Override
    public List<String> consoleTail(int count) {
        return console.tail(count);
    }

    @Override
    public Session start(Overrides overrides, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException {
        stages.accept(Stage.CHECK);
        Prechecks.folder(files.folder());
        Prechecks.folder(parentOf(console.file()));
        Optional<RunningVm> left = findLeft();
        return left.isPresent() ? join(left.get(), stages, entrance) : launch(overrides, stages, entrance);
    }

    private Optional<RunningVm> findLeft() throws MachineException, InterruptedException {
        if (!seemsToRun()) {
            return Optional.empty();
        }
        try {
            return hypervisor(null).adopt(name, files.vm());
        } catch (HypervisorException e) {
            throw new MachineException(e.getMessage(), restart(), e);
        }
    }

    private String restart() {
        return "Run \"" + wherry() + " down\", then \"" + wherry() + " up\".";
    }

    // A VM that cannot be joined is left alone, since containers may be at work in it; the user can end it.
    private Session join(RunningVm vm, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException {
        LOG.info("Joining the VM that runs as process {}", vm.pid());
        boolean joined = false;
        try {
            if (vm.status() == VmStatus.PAUSED) {
                vm.resume();
            }
            Session session = new BootSequence(vm, GuestKeys.loadOrCreate(files.keys()), files,
                    VmRecord.read(files.vmRecord()), settings.sharesIfKnown(), entrance, settings.portsIfKnown(),
                    MachineSettings.agent(Overrides.NONE), MachineSettings.defaultStageTimeout()).join(stages);
            joined = true;
            return session;
        } catch (HypervisorException | IOException e) {
            throw new MachineException(String.valueOf(e.getMessage()), restart(), e);
        } finally {
            if (!joined) {
                vm.close();
            }
        }
    }

    private Session launch(Overrides overrides, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException {
        MachineConfig config = settings.config(overrides);
        Prechecks.memory(config, new DataSize(HostMemory.total()), files.config());
        Prechecks.space(files.folder());
        GuestImage image = images.image();
        Hypervisor hypervisor = hypervisor(config.accelerator());

        stages.accept(Stage.PREPARE);
        try {
            AcceleratorChoice choice = hypervisor.chooseAccelerator(image.kernel());
            GuestKeys keys = GuestKeys.loadOrCreate(files.keys());
            // While QEMU starts and Linux boots, there is time for it.
            Thread.ofVirtual().name("warm-up").start(() -> SshGuest.warmUp(keys));
            MachineDisk disk = MachineDisk.prepare(files, config.disk());
            Proxies proxies = MachineSettings.proxies(config, overrides);
            VmSpec spec = VmSpecs.of(name, config, image, keys, disk, files, proxies);

            stages.accept(Stage.BOOT);
            console.startAnew();
            RunningVm vm = hypervisor.start(spec);
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

    // A VM that was started here and did not come up is ended again: it is of no use to anybody.
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

    /** Which guest image it starts with. */
    ImageChoice images() {
        return images;
    }

    /** Where the console of the start before the last one is kept. */
    Path earlierConsole() {
        return console.earlier();
    }

    private Hypervisor hypervisor(@Nullable Accelerator setting) throws PrecheckException, InterruptedException {
        Platform host = Platform.current();
        try {
            return new QemuHypervisor(QemuLocator.ofHost().locate(host.arch()), host, setting,
                    QemuHypervisor.verdictFile(data));
        } catch (HypervisorException e) {
            throw new PrecheckException(e.getMessage(), "Install QEMU, or name its program by WHERRY_QEMU.");
        }
    }

    @Override
    public List<Share> shares() throws PrecheckException {
        return settings.shares();
    }

    @Override
    public IdleSettings idle() {
        return settings.idle();
    }

    @Override
    public String wherry() {
        return files.wherry();
    }

    @Override
    public Path engineSocket() {
        return files.engineSocket();
    }

    @Override
    public PortPolicy ports() throws PrecheckException {
        return settings.ports();
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    @Override
    public void stopStray() throws MachineException, InterruptedException {
        Optional<RunningVm> left = findLeft();
        if (left.isPresent()) {
            try (RunningVm vm = left.get()) {
                PowerOff.of(vm, null, PowerOff.GRACE);
            } catch (HypervisorException e) {
                throw new MachineException(e.getMessage(), "End the process " + left.get().pid() + " by hand.", e);
            }
        }
    }

    @Override
    public void create() throws MachineException {
        folder.makeDisk(settings.config(Overrides.NONE).disk());
    }

    @Override
    public void wipe() throws MachineException {
        // Read first: with settings that are wrong no disk could be made in the place of the deleted one.
        DataSize size = settings.config(Overrides.NONE).disk();
        folder.wipe(size);
    }

    @Override
    public void delete() throws MachineException {
        folder.delete();
    }

    /** Turns over logs that have grown large; made to be called now and then. */
    public void keepLogsSmall() {
        try {
            console.keepSmall();
        } catch (IOException e) {
            LOG.warn("Tried to turn over {} but failed", console.file(), e);
        }
    }
}
