// The launcher of a machine that is a real VM.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.IdleSettings;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.share.Share;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The launcher of one machine, with QEMU, the guest image and the machine's files. */
public final class VmLauncher implements Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(VmLauncher.class);

    private final MachineFiles files;
    private final SerialLog console;
    private final MachineSettings settings;
    private final ImageChoice images;
    private final MachineFolder folder;
    private final LeftVm left;
    private final NewVm fresh;

    /**
     * A launcher.
     *
     * @param files the machine's files
     * @param data  folder for what all machines share
     */
    public VmLauncher(MachineFiles files, Path data) {
        HostHypervisor hypervisor = HostHypervisor.qemu(data);
        this.files = files;
        this.console = new SerialLog(files.vm().serialLog());
        this.settings = new MachineSettings(files.config());
        this.images = new ImageChoice(data, files.wherry());
        this.folder = new MachineFolder(files);
        this.left = new LeftVm(files, settings, hypervisor);
        this.fresh = new NewVm(files, settings, images, console, hypervisor);
    }

    @Override
    public boolean exists() {
        return MachineDisk.exists(files);
    }

    @Override
    public boolean seemsToRun() {
        return left.seemsToRun();
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
        Optional<RunningVm> vm = left.find();
        return vm.isPresent()
                ? left.join(vm.get(), stages, entrance)
                : fresh.start(overrides, stages, entrance);
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    @Override
    public void stopStray() throws MachineException, InterruptedException {
        left.stop();
    }

    /** Which guest image it starts with. */
    ImageChoice images() {
        return images;
    }

    /** Where the console of the start before the last one is kept. */
    Path earlierConsole() {
        return console.earlier();
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
