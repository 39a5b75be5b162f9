// From a VM that has just been started to a machine that works.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.RunningContainers;
import dev.wherry.engine.forward.EngineSocket;
import dev.wherry.engine.forward.PortForwards;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.guest.AgentForward;
import dev.wherry.engine.guest.GuestKeys;
import dev.wherry.engine.guest.SshGuest;
import dev.wherry.engine.host.SshAgent;
import dev.wherry.engine.hypervisor.RunningVm;
import dev.wherry.engine.names.Names;
import dev.wherry.engine.proxy.Proxies;
import dev.wherry.engine.share.Share;
import dev.wherry.engine.share.Shares;
import org.jspecify.annotations.Nullable;

/** The later stages of a start. Each has the same deadline, and fails with the best cause that anybody has given. */
final class BootSequence {

    /** How long a share that is slow, or never comes, may hold up a machine that works without it. */
    private static final Duration SHARING = Duration.ofSeconds(5);
    private static final Duration NAMING = Duration.ofSeconds(5);
    private static final Duration ENGINE_RETRY = Duration.ofMillis(100);

    private final RunningVm vm;
    private final MachineFiles files;
    private final VmDetails details;
    private final Duration deadline;
    private final SshGuest guest;
    private final List<Share> wanted;
    private final Shares shares;
    private final Names names;
    private final @Nullable AgentForward agent;
    private final Entrance entrance;
    private final PortPolicy ports;
    private final HandOver handOver;

    /**
     * A sequence for one VM.
     *
     * @param shares   folders to share as soon as the guest can be reached
     * @param entrance is opened at the end
     * @param ports    who reaches published ports, and where
     * @param agent    the SSH agent of the host's user, in case the guest may use it
     * @param deadline for each stage
     */
    BootSequence(RunningVm vm, GuestKeys keys, MachineFiles files, VmDetails details, List<Share> shares,
            Entrance entrance,
            PortPolicy ports, SshAgent agent, Duration deadline) {
        this.vm = vm;
        this.files = files;
        this.details = details;
        this.deadline = deadline;
        this.guest = new SshGuest(vm.sshPort(), keys);
        this.wanted = shares;
        this.ports = ports;
        this.shares = new Shares(guest, files.keys().resolve("shares-key"));
        this.names = new Names(guest, details.openPorts());
        this.agent = details.sshAgent() ? new AgentForward(guest, agent) : null;
        this.entrance = entrance;
        this.handOver = new HandOver(guest, files.certificates());
    }

    /** Goes through the stages of a VM that has just been started; the caller ends the VM when this fails. */
    Session boot(Proxies proxies, Consumer<Stage> stages) throws MachineException, InterruptedException {
        return orLetGo(() -> {
            try (GuestReports reports = new GuestReports(files.vm().serialLog(), vm::isAlive)) {
                awaitReport(reports, "sshd", Stage.BOOT);
                connect(stages);
                stages.accept(Stage.ENGINE);
                handOver.clientProxies(proxies);
                handOver.roots();
                awaitReport(reports, "engine", Stage.ENGINE);
                return finish(stages);
            }
        });
    }

    /** Goes through the stages that are left for a VM that has been running. */
    Session join(Consumer<Stage> stages) throws MachineException, InterruptedException {
        return orLetGo(() -> {
            connect(stages);
            stages.accept(Stage.ENGINE);
            if (!handOver.isDone()) {
                handOver.roots();
            }
            return finish(stages);
        });
    }

    private interface Way {
        Session go() throws MachineException, InterruptedException;
    }

    // Whatever keeps the session from coming, a start that is called off included, nothing stays connected.
    private Session orLetGo(Way way) throws MachineException, InterruptedException {
        boolean done = false;
        try {
            Session session = way.go();
            done = true;
            return session;
        } finally {
            if (!done) {
                closeServices();
                guest.close();
            }
        }
    }

    private void awaitReport(GuestReports reports, String step, Stage stage)
            throws MachineException, InterruptedException {
        if (reports.await(step, deadline)) {
            return;
        }
        if (reports.failure().isPresent()) {
            GuestReports.Failure failure = reports.failure().get();
            if (failure.step().equals("format")) {
                throw foreign(failure.text());
            }
            throw failed(stage, "the guest could not set up its " + failure.step() + ": " + failure.text());
        }
        throw failed(stage, vm.isAlive()
                ? "it took longer than " + deadline.toSeconds() + " s"
                : "the VM ended: " + vm.onExit().join().explanation());
    }

    private void connect(Consumer<Stage> stages) throws MachineException, InterruptedException {
        stages.accept(Stage.CONNECT);
        try {
            guest.connect(deadline);
            // The engine takes longer than they do, and what restarts its containers finds them there.
            shares.set(wanted);
            names.start();
            if (agent != null) {
                agent.start();
            }
        } catch (IOException e) {
            throw failed(Stage.CONNECT, String.valueOf(e.getMessage()));
        }
    }

    private Session finish(Consumer<Stage> stages) throws MachineException, InterruptedException {
        EngineClient engine = new EngineClient(() -> guest.openUnix(EngineSocket.IN_GUEST));
        awaitEngine(engine);
        stages.accept(Stage.FORWARD);
        try {
            EngineSocket socket = entrance.open();
            PortForwards forwards = PortForwards.start(guest, new VmDatagrams(vm), ports, files.wherry(), changed -> {
            });
            RunningContainers containers = RunningContainers.follow(engine,
                    List.of(forwards, new BoundFolders(shares)));
            boolean done = false;
            try {
                shares.awaitMounted(SHARING);
                names.awaitReady(NAMING);
                done = true;
            } finally {
                if (!done) {
                    containers.close();
                    forwards.close();
                }
            }
            return new VmSession(files.wherry(), vm, details, guest, socket, containers, forwards, shares, names,
                    agent);
        } catch (IOException e) {
            throw failed(Stage.FORWARD, String.valueOf(e.getMessage()));
        }
    }

    // The engine's socket is there before the engine answers on it; a request made then is answered as soon as it does.
    private void awaitEngine(EngineClient engine) throws MachineException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            try {
                engine.ping(left);
                return;
            } catch (IOException e) {
                if (left.compareTo(ENGINE_RETRY) < 0 || !vm.isAlive()) {
                    throw failed(Stage.ENGINE, String.valueOf(e.getMessage()));
                }
                Thread.sleep(ENGINE_RETRY);
            }
        }
    }

    private void closeServices() {
        if (agent != null) {
            agent.close();
        }
        names.close();
        shares.close();
    }

    // The guest looks at the disk's mark before it writes anything (vm-image/README.md).
    private PrecheckException foreign(String why) {
        return new PrecheckException(Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".",
                "Nothing on the disk was changed. Start it as before: with that version of Wherry or a newer one, and with the "
                        + "same engine.storage-driver. \"" + files.wherry()
                        + " reset --data\" starts over with an empty disk.");
    }

    private MachineException failed(Stage stage, String why) {
        return new MachineException("\"" + stage.title() + "\" failed because " + why + ".",
                "Run \"" + files.wherry() + " up\" again; if it fails again, \"" + files.wherry()
                        + " logs\" shows the guest's whole console.");
    }
}
