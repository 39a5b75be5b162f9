// Brings a machine up. Behind an interface, so that the states can be tested without a VM.
package dev.wherry.engine.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.wherry.engine.config.IdleSettings;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.share.Share;

/** Starts a machine's VM, or joins the one that an earlier agent has left running. */
interface Launcher {

    /** How many of the serial log's last lines go with a failure. */
    int CONSOLE_LINES = 20;

    /** Whether there is a disk, so that the machine exists. */
    boolean exists();

    /** Whether a VM seems to have been left running. Cheap, and may be mistaken. */
    boolean seemsToRun();

    /**
     * Goes through the stages of a start, from wherever the machine is.
     *
     * @param overrides settings that go before the file's; of no use to a VM that runs already
     * @param stages    is told of each stage when it begins
     * @param entrance  is open when this returns
     * @throws PrecheckException when nothing was started
     * @throws MachineException when a stage failed; what it had started is stopped again
     * @throws InterruptedException when the start is called off; likewise
     */
    Session start(Overrides overrides, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException;

    /** Ends a VM that runs although no session holds it, because joining it had failed; nothing happens when there is none. */
    void stopStray() throws MachineException, InterruptedException;

    /** Makes the machine's disk, as its configuration says; nothing happens when there is one. */
    void create() throws MachineException;

    /** Deletes the machine's files; it has stopped. */
    void delete() throws MachineException;

    /** Puts an empty disk in the place of the machine's; it has stopped. */
    void wipe() throws MachineException;

    /**
     * The folders that are to be shared now.
     *
     * @throws PrecheckException when the configuration cannot be read
     */
    List<Share> shares() throws PrecheckException;

    /** What happens when nobody uses the machine, as its configuration says now. */
    IdleSettings idle();

    /** The start of a command line about the machine. */
    String wherry();

    /** Where the engine socket is to be. */
    Path engineSocket();

    /**
     * Who is to reach published ports now, and where.
     *
     * @throws PrecheckException when the configuration cannot be read
     */
    PortPolicy ports() throws PrecheckException;

    /** The last {@code count} lines of the serial log. */
    List<String> consoleTail(int count);
}
