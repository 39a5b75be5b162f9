// Starts a machine for real, stage by stage.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.ConfigFile;
import dev.wherry.engine.config.ConfigKey;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.Defaults;
import dev.wherry.engine.config.IdleSettings;
import dev.wherry.engine.config.MachineConfig;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.config.Settings;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.guest.GuestKeys;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.host.HostMemory;
import dev.wherry.engine.host.Platform;
import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.host.network.HostNetwork;
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
import dev.wherry.engine.image.ImageException;
import dev.wherry.engine.image.ImageLocation;
import dev.wherry.engine.image.ImageStore;
import dev.wherry.engine.image.ImageVerifier;
import dev.wherry.engine.proxy.Proxies;
import dev.wherry.engine.proxy.ProxyFinder;
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
    private final IdlePatience idle;
    private volatile @Nullable Path trial;

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
        this.idle = new IdlePatience(files.config());
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
            throw new MachineException(e.getMessage(), "Run \"wherry down\", then \"wherry up\".", e);
        }
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
                    VmRecord.read(files.vmRecord()), sharesIfKnown(), entrance, portsIfKnown(), agent(Overrides.NONE),
                    defaultStageTimeout()).join(stages);
            joined = true;
            return session;
        } catch (HypervisorException | IOException e) {
            throw new MachineException(String.valueOf(e.getMessage()), "Run \"wherry down\", then \"wherry up\".", e);
        } finally {
            if (!joined) {
                vm.close();
            }
        }
    }

    private Session launch(Overrides overrides, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException {
        MachineConfig config = config(overrides);
        Prechecks.memory(config, new DataSize(HostMemory.total()), files.config());
        Prechecks.space(files.folder());
        GuestImage image = image();
        Hypervisor hypervisor = hypervisor(config.accelerator());

        stages.accept(Stage.PREPARE);
        try {
            AcceleratorChoice choice = hypervisor.chooseAccelerator(image.kernel());
            GuestKeys keys = GuestKeys.loadOrCreate(files.keys());
            // While QEMU starts and Linux boots, there is time for it.
            Thread.ofVirtual().name("warm-up").start(() -> SshGuest.warmUp(keys));
            MachineDisk disk = MachineDisk.prepare(files, config.disk());
            Proxies proxies = proxies(config, overrides);
            VmSpec spec = VmSpecs.of(name, config, image, keys, disk, files, proxies);

            stages.accept(Stage.BOOT);
            console.startAnew();
            RunningVm vm = hypervisor.start(spec);
            LOG.info("{}; QEMU runs as process {}", choice.explanation(), vm.pid());
            VmDetails details = new VmDetails(vm.pid(), choice.accelerator().qemuName(), choice.explanation(),
                    image.manifest().version(), config.cpus(), config.memory().toMiB(), vm.sshPort(),
                    proxies.isEmpty() ? null : proxies.toString(),
                    config.host().loopback() ? null : proxies.loopbackPorts(), config.host().sshAgent());
            return boot(vm, keys, disk, details, config, proxies, agent(overrides), stages, entrance);
        } catch (HypervisorException e) {
            throw new MachineException(e.getMessage(), "See " + files.vm().errorLog() + ".", e);
        } catch (IOException e) {
            throw new MachineException("Tried to prepare the machine but failed because " + e.getMessage() + ".",
                    "Look at the files in " + files.folder() + ".", e);
        }
    }

    // A VM that was started here and did not come up is ended again: it is of no use to anybody.
    private Session boot(RunningVm vm, GuestKeys keys, MachineDisk disk, VmDetails details, MachineConfig config,
            Proxies proxies, SshAgent agent, Consumer<Stage> stages,
            Entrance entrance)
            throws MachineException, InterruptedException, IOException, HypervisorException {
        boolean up = false;
        try {
            VmRecord.write(files.vmRecord(), details);
            Session session = new BootSequence(vm, keys, files, details, shares(config), entrance, config.ports(),
                    agent,
                    config.stageTimeout())
                    .boot(proxies, stages);
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

    private static SshAgent agent(Overrides overrides) {
        String named = overrides.sshAgent();
        return HostNetwork.ofHost().sshAgent(named == null ? System.getenv(Overrides.SSH_AGENT) : named);
    }

    private static Proxies proxies(MachineConfig config, Overrides overrides) {
        Map<String, String> variables = overrides.proxyVariables();
        Proxies proxies = new ProxyFinder(variables == null ? System.getenv() : variables,
                HostNetwork.ofHost().proxy()).find(config.proxy());
        proxies.problems().forEach(problem -> LOG.warn("Proxy: {}", problem));
        LOG.info("Proxy: {}", proxies);
        return proxies;
    }

    private GuestImage image() throws PrecheckException {
        try {
            Path tried = trial;
            return verified(tried == null ? ImageLocation.in(data) : tried);
        } catch (ImageException e) {
            throw new PrecheckException(e.getMessage(),
                    ImageLocation.REMEDY);
        }
    }

    private GuestImage verified(Path folder) throws ImageException {
        GuestImage image = GuestImage.open(folder);
        ImageVerifier.rememberingIn(data).verify(image);
        return image;
    }

    /**
     * Lets starts take the image {@code version} of the store, although it is not in use yet, until {@link #endTrial}.
     *
     * @throws PrecheckException when it is not there, damaged, or not signed by a key that counts
     */
    void beginTrial(String version) throws PrecheckException {
        Path folder = new ImageStore(data).folderOf(version);
        try {
            verified(folder);
        } catch (ImageException e) {
            throw new PrecheckException(e.getMessage(), "Run \"wherry upgrade\" again.");
        }
        trial = folder;
    }

    /** Lets starts take the image in use again. */
    void endTrial() {
        trial = null;
    }

    /** Puts the image {@code version} of the store in use, for every machine's next start. */
    void adoptImage(String version) throws MachineException {
        try {
            new ImageStore(data).choose(version);
        } catch (IOException e) {
            throw new MachineException(
                    "Tried to note that the new guest image is in use but failed because " + e.getMessage() + ".",
                    "Make the folder " + data + " writable for you, then run \"wherry upgrade\" again.", e);
        }
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

    private MachineConfig config(Overrides overrides) throws PrecheckException {
        try {
            return Settings.resolve(new ConfigFile(files.config()).read(), Defaults.ofThisComputer(), overrides)
                    .config();
        } catch (ConfigException e) {
            throw new PrecheckException(e.getMessage(), e.remedy());
        }
    }

    @Override
    public List<Share> shares() throws PrecheckException {
        return shares(config(Overrides.NONE));
    }

    private static List<Share> shares(MachineConfig config) {
        return config.shares().stream()
                .map(shared -> Share.of(shared.folder(), shared.isReadOnly(), shared.origin().toString())).toList();
    }

    @Override
    public IdleSettings idle() {
        return idle.settings();
    }

    @Override
    public Path engineSocket() {
        return files.engineSocket();
    }

    private List<Share> sharesIfKnown() {
        try {
            return shares();
        } catch (PrecheckException e) {
            LOG.warn("No folder is shared: {}", e.getMessage());
            return List.of();
        }
    }

    @Override
    public PortPolicy ports() throws PrecheckException {
        return config(Overrides.NONE).ports();
    }

    private PortPolicy portsIfKnown() {
        try {
            return ports();
        } catch (PrecheckException e) {
            LOG.warn("Published ports are on loopback alone: {}", e.getMessage());
            return PortPolicy.LOOPBACK;
        }
    }

    // A VM that runs is joined even while its configuration is broken.
    private static Duration defaultStageTimeout() {
        return Duration.ofSeconds(Defaults.ofThisComputer().value(ConfigKey.STAGE_TIMEOUT).asInt());
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
        makeDisk(config(Overrides.NONE));
    }

    private void makeDisk(MachineConfig config) throws MachineException {
        Prechecks.folder(files.folder());
        Prechecks.space(files.folder());
        try {
            MachineDisk.prepare(files, config.disk());
        } catch (IOException e) {
            throw new MachineException("Tried to make the machine's disk but failed because " + e.getMessage() + ".",
                    "Look at the files in " + files.folder() + ".", e);
        }
    }

    @Override
    public void wipe() throws MachineException {
        // Read first: with settings that are wrong no disk could be made in the place of the deleted one.
        MachineConfig config = config(Overrides.NONE);
        try {
            Files.deleteIfExists(files.disk());
            Files.deleteIfExists(files.record());
        } catch (IOException e) {
            throw new MachineException(
                    "Tried to delete " + files.disk() + " but failed because " + e.getMessage() + ".",
                    "Delete the file by hand.", e);
        }
        makeDisk(config);
    }

    @Override
    public void delete() throws MachineException {
        try (Stream<Path> all = Files.walk(files.folder())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            // The default machine's settings are the user's, for whatever machine comes next; another's are its own.
            if (!name.equals(MachineFiles.DEFAULT_NAME)) {
                Files.deleteIfExists(files.config());
            }
        } catch (NoSuchFileException e) {
            LOG.info("There is nothing to delete: {}", e.getMessage());
        } catch (IOException e) {
            throw new MachineException(
                    "Tried to delete " + files.folder() + " but failed because " + e.getMessage() + ".",
                    "Delete the folder by hand.", e);
        }
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
