// Starts VMs in QEMU and finds them again.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.AcceleratorChoice;
import dev.wherry.engine.hypervisor.Hypervisor;
import dev.wherry.engine.hypervisor.HypervisorException;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.hypervisor.RuntimeFiles;
import dev.wherry.engine.hypervisor.VmSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hypervisor that Wherry uses everywhere. */
public final class QemuHypervisor implements Hypervisor {

    private static final Logger LOG = LoggerFactory.getLogger(QemuHypervisor.class);

    // A kernel under a working accelerator is through in one second; this leaves room for a busy or slow host.
    private static final Duration PROBE_DEADLINE = Duration.ofSeconds(5);
    private static final Duration START_DEADLINE = Duration.ofSeconds(20);
    private static final Duration QMP_DEADLINE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS_DEADLINE = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 20;

    private final QemuInstallation qemu;
    private final Platform host;
    private final @Nullable Accelerator setting;
    private final AcceleratorChooser chooser;

    /**
     * A hypervisor on this host.
     *
     * @param setting     the accelerator that the user insists on, or null for the best one that works
     * @param verdictFile where the verdicts on accelerators are remembered; its folder must exist
     */
    public QemuHypervisor(QemuInstallation qemu, Platform host, @Nullable Accelerator setting, Path verdictFile) {
        this.qemu = qemu;
        this.host = host;
        this.setting = setting;
        this.chooser = new AcceleratorChooser(qemu, host, new AcceleratorProbe(qemu, host, PROBE_DEADLINE),
                new VerdictFile(verdictFile, HostBoot.id()));
    }

    @Override
    public AcceleratorChoice chooseAccelerator(Path kernel) throws HypervisorException, InterruptedException {
        if (setting != null) {
            return asSet(setting);
        }
        try {
            return chooser.choose(kernel);
        } catch (IOException e) {
            throw new HypervisorException("Tried to find the accelerator to use but failed because of " + e, e);
        }
    }

    /**
     * The choice as far as it is known without trying anything out: the user's, or that of this boot of the host.
     *
     * @return empty when the next start will have to try
     */
    public Optional<AcceleratorChoice> knownAccelerator(Path kernel)
            throws HypervisorException, InterruptedException {
        if (setting != null) {
            return Optional.of(asSet(setting));
        }
        try {
            return chooser.known(kernel);
        } catch (IOException e) {
            throw new HypervisorException("Tried to find the accelerator to use but failed because of " + e, e);
        }
    }

    private static AcceleratorChoice asSet(Accelerator setting) {
        return new AcceleratorChoice(setting, setting.name() + " as set, without trying whether it works");
    }

    /** Whether the process of the VM that was started with {@code files} exists, be it healthy or not. */
    public static boolean isRunning(RuntimeFiles files) {
        return QemuProcess.find(files.pidFile()).isPresent();
    }

    /** The customary place in {@code data} for the verdicts on accelerators. */
    public static Path verdictFile(Path data) {
        return data.resolve("accelerators.json");
    }

    @Override
    public RunningVm start(VmSpec spec) throws HypervisorException, InterruptedException {
        if (spec.arch() != qemu.arch()) {
            throw new HypervisorException(
                    failure(spec) + "its guest is for " + spec.arch() + " and " + qemu + " for " + qemu.arch());
        }
        // A new QEMU would take the socket of a running one away before it notices that it must not run.
        if (isListening(spec.files().qmpSocket())) {
            throw new HypervisorException(failure(spec) + "a VM already listens on " + spec.files().qmpSocket());
        }
        Accelerator accelerator = chooseAccelerator(spec.kernel()).accelerator();
        List<String> command = new QemuCommandLine(qemu, host, accelerator).of(spec);
        LOG.info("Starting {}", String.join(" ", command));
        Process process = launch(spec, command);
        try {
            RunningVm vm = connect(spec, process);
            LOG.info("VM {} runs as process {} under {}", spec.name(), vm.pid(), accelerator);
            return vm;
        } catch (HypervisorException | InterruptedException | RuntimeException e) {
            // Waited for even when interrupted: until it is gone, it holds the lock of the data disk.
            process.destroyForcibly().onExit().completeOnTimeout(process, LAST_WORDS_DEADLINE.toMillis(),
                    TimeUnit.MILLISECONDS).join();
            throw e;
        }
    }

    private static Process launch(VmSpec spec, List<String> command) throws HypervisorException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(spec.files().errorLog().toFile()).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new HypervisorException(failure(spec) + e.getMessage(), e);
        }
    }

    private static RunningVm connect(VmSpec spec, Process process) throws HypervisorException, InterruptedException {
        ErrorLog errors = new ErrorLog(spec.files().errorLog());
        long end = System.nanoTime() + START_DEADLINE.toNanos();
        while (true) {
            try {
                return attach(spec.name(), spec.files(), new QemuProcess(process.toHandle()));
            } catch (QmpException.NotListening e) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new HypervisorException(failure(spec) + errors.explain(spec), e);
                }
                if (System.nanoTime() - end > 0) {
                    throw new HypervisorException(failure(spec) + "QEMU did not open its control socket within "
                            + START_DEADLINE.toSeconds() + " s", e);
                }
            } catch (QmpException e) {
                // QEMU opens its socket before it opens its disks: a connection that breaks is often a QEMU that gives up.
                boolean ended = process.waitFor(LAST_WORDS_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
                throw new HypervisorException(failure(spec) + (ended ? errors.explain(spec) : e.getMessage()), e);
            }
        }
    }

    @Override
    public Optional<RunningVm> adopt(String name, RuntimeFiles files) throws HypervisorException {
        Optional<QemuProcess> process = QemuProcess.find(files.pidFile());
        String failure = "Tried to find the running VM " + name + " but failed because ";
        try {
            if (process.isEmpty() && !isListening(files.qmpSocket())) {
                return Optional.empty();
            }
            QemuProcess found = process.orElseThrow(() -> new HypervisorException(failure + "the VM on "
                    + files.qmpSocket() + " is not the process that " + files.pidFile() + " names; end that QEMU"));
            RunningVm vm = attach(name, files, found);
            LOG.info("VM {} still runs as process {}", name, vm.pid());
            return Optional.of(vm);
        } catch (QmpException e) {
            long pid = process.map(found -> found.handle().pid()).orElse(-1L);
            throw new HypervisorException(failure + e.getMessage() + "; its process is " + pid, e);
        }
    }

    // The control connection of the VM called name, which must be the one that process runs.
    private static RunningVm attach(String name, RuntimeFiles files, QemuProcess process) throws QmpException {
        VmEvents events = new VmEvents();
        QmpClient qmp = QmpClient.connect(files.qmpSocket(), QMP_DEADLINE, events);
        try {
            String answer = qmp.execute("query-name", QMP_DEADLINE).path("name").asText();
            if (!answer.equals(name)) {
                throw new QmpException("the VM on " + files.qmpSocket() + " is called " + answer);
            }
            return new QemuVm(qmp, events, process, new ErrorLog(files.errorLog()));
        } catch (QmpException e) {
            qmp.close();
            throw e;
        }
    }

    private static boolean isListening(Path socket) {
        try (SocketChannel probe = QmpSocket.connect(socket, QMP_DEADLINE)) {
            return probe.isConnected();
        } catch (IOException | QmpException.NotListening e) {
            return false;
        }
    }

    @Override
    public String describe() {
        return qemu.toString();
    }

    private static String failure(VmSpec spec) {
        return "Tried to start the VM " + spec.name() + " but failed because ";
    }
}
