// What the agent tells of the machine.
package dev.wherry.engine.agent;

import java.nio.file.Files;
import java.util.List;

import dev.wherry.engine.machine.MachineFiles;
import dev.wherry.engine.machine.MachineState;
import dev.wherry.engine.machine.MachineStatus.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The machine as clients see it; the schema of {@code wherry status --json}.
 *
 * @param name         the machine's name
 * @param state        what it is doing
 * @param since        when it began to, ISO 8601; null when nobody has watched
 * @param stage        title of the step of the start, or why it is paused or stopped where nobody asked for that; null otherwise
 * @param fraction     how much of the start is done, from 0 to 1; 1 when running
 * @param failure      why it failed; null unless failed
 * @param engineSocket path of the engine socket on the host
 * @param vm           the running VM; null when there is none
 * @param ports        published ports and their forwards
 * @param shares       shared folders and how they do; none when there is no VM
 */
public record MachineReport(String name, MachineState state, @Nullable String since, @Nullable String stage,
        double fraction,
        @Nullable Failure failure, String engineSocket, @Nullable Vm vm, List<Port> ports,
        List<Share> shares) {

    public MachineReport {
        ports = List.copyOf(ports);
        shares = List.copyOf(shares);
    }

    /** The report of a machine that no agent serves and no VM runs for. */
    public static MachineReport withoutAgent(String name, MachineFiles files) {
        MachineState state = Files.exists(files.disk()) ? MachineState.STOPPED : MachineState.ABSENT;
        return new MachineReport(name, state, null, null, 0, null, files.engineSocket().toString(),
                null,
                List.of(), List.of());
    }

    /** Why it is paused or stopped where nobody asked for that; null otherwise. */
    public @Nullable String reason() {
        return state == MachineState.PAUSED || state == MachineState.STOPPED ? stage : null;
    }

    /** Whether it is stopped until somebody needs it, because nobody did. */
    public boolean standsBy() {
        return state == MachineState.STOPPED && stage != null;
    }

    /** The same without what changes with every byte. */
    MachineReport withoutTraffic() {
        return new MachineReport(name, state, since, stage, fraction, failure, engineSocket, vm,
                ports.stream().map(port -> new Port(port.container, port.host, port.guestPort, port.containerPort,
                        port.transport, port.problem, 0, 0, 0, 0)).toList(),
                shares);
    }

    /**
     * A running VM.
     *
     * @param pid         QEMU's process
     * @param accelerator what runs the guest's code
     * @param reason      why it is this accelerator
     * @param image       version of the guest image
     * @param cpus        virtual processors
     * @param memoryMiB   memory, in MiB
     * @param sshPort     loopback port of the guest's sshd
     * @param proxy       the engine's proxies and who names them, without passwords; null when it has none
     */
    public record Vm(long pid, String accelerator, String reason, String image, int cpus, int memoryMiB, int sshPort,
            @Nullable String proxy) {
    }

    /**
     * A published port.
     *
     * @param container     name of the container
     * @param host          address and port on the host; 0.0.0.0 for every address
     * @param guestPort     port that is published: the one in the guest
     * @param containerPort port inside the container
     * @param transport     {@code tcp} or {@code udp}
     * @param problem       why it cannot be reached; null when it can
     * @param open          connections right now; of UDP, clients that were heard of lately
     * @param connections   connections so far; of UDP, clients
     * @param sent          bytes from the host to the container so far
     * @param received      bytes from the container to the host so far
     */
    public record Port(String container, String host, int guestPort, int containerPort, String transport,
            @Nullable String problem, int open, long connections, long sent, long received) {

        private static final String EVERYWHERE = "0.0.0.0:";

        /** The port's number on the host. */
        public int hostPort() {
            return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
        }

        /** Whether other computers may reach it. */
        public boolean everywhere() {
            return host.startsWith(EVERYWHERE);
        }
    }

    /**
     * A shared folder.
     *
     * @param folder   path on the host
     * @param place    path in the guest
     * @param readOnly whether the guest may only read
     * @param mounted  whether the guest can use it now
     * @param problem  what does not work of it; null when all does, or while it is about to be mounted
     */
    public record Share(String folder, String place, boolean readOnly, boolean mounted, @Nullable String problem) {
    }
}
