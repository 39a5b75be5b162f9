// What can be done with the machine.
package dev.wherry.app.desk;

import java.util.function.Consumer;

import dev.wherry.app.model.Job;
import dev.wherry.app.model.Jobs;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.agent.Progress;
import dev.wherry.engine.config.Overrides;

/** Calls to the agent, each as a job of its own. Cancelling one stops the waiting, not what the agent has begun. */
public final class MachineActions {

    private static final Texts TEXTS = Texts.of(MachineActions.class);

    private final AgentLauncher launcher;
    private final Jobs jobs;
    private final String machine;

    MachineActions(AgentLauncher launcher, Jobs jobs, String machine) {
        this.launcher = launcher;
        this.jobs = jobs;
        this.machine = machine;
    }

    /** Starts the machine, making it first if need be. */
    public Job start() {
        return call("start", (client, progress) -> client.up(Overrides.NONE, progress));
    }

    /** Shuts the machine down. */
    public Job stop() {
        return call("stop", ControlClient::down);
    }

    /** Shuts the machine down and starts it. */
    public Job restart() {
        return call("restart", (client, progress) -> client.restart(Overrides.NONE, progress));
    }

    /** Holds the machine still. */
    public Job pause() {
        return call("pause", ControlClient::pause);
    }

    /** Lets the machine run on. */
    public Job resume() {
        return call("resume", ControlClient::resume);
    }

    /** Ends the VM as a power cut would, and starts it; the data disk stays. */
    public Job reset() {
        return call("reset", ControlClient::reset);
    }

    /** Empties the data disk: images, containers and volumes are gone. */
    public Job wipe() {
        return call("wipe", ControlClient::wipe);
    }

    /** Lets the data disk of the running machine grow to {@code bytes}. */
    public Job grow(long bytes) {
        return call("grow", (client, progress) -> client.grow(bytes));
    }

    private interface Call {
        void make(ControlClient client, Consumer<Progress> progress) throws AgentException;
    }

    private Job call(String key, Call call) {
        return jobs.start(TEXTS.get(key, machine), report -> {
            try (ControlClient client = launcher.findOrStart()) {
                call.make(client, progress -> report.at(progress.fraction(), progress.message()));
            }
        });
    }
}
