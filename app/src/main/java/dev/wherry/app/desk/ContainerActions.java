// What can be done with containers.
package dev.wherry.app.desk;

import java.util.List;
import java.util.function.Consumer;

import dev.wherry.app.model.Bulk;
import dev.wherry.app.model.Job;
import dev.wherry.app.model.Jobs;
import dev.wherry.app.text.Texts;
import dev.wherry.engine.docker.Containers;
import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.host.ShellWord;

/** Calls to the engine, each as one job however many containers it is for. */
public final class ContainerActions {

    private static final Texts TEXTS = Texts.of(ContainerActions.class);

    private final Containers containers;
    private final Jobs jobs;

    /** For the containers of {@code client}'s engine. */
    public ContainerActions(EngineClient client, Jobs jobs) {
        this.containers = new Containers(client);
        this.jobs = jobs;
    }

    /**
     * A container to do something with.
     *
     * @param id    its id
     * @param name  what it is called
     * @param state the engine's word for how it is, such as {@code running}
     */
    public record Target(String id, String name, String state) {
    }

    /** Does {@code action} with those of {@code targets} that it applies to; there must be one. */
    public Job run(ContainerAction action, List<Target> targets) {
        return each(action.key(), targets.stream().filter(target -> action.appliesTo(target.state)).toList(),
                target -> action.run(containers, target.id));
    }

    /**
     * Deletes containers, stopping them first.
     *
     * @param volumes their anonymous volumes, too
     */
    public Job remove(List<Target> targets, boolean volumes) {
        return each("remove", targets, target -> {
            if (ContainerAction.STOP.appliesTo(target.state)) {
                containers.stop(target.id);
            }
            containers.remove(target.id, true, volumes);
        });
    }

    /** Gives a container the name {@code name}. */
    public Job rename(Target target, String name) {
        return jobs.start(TEXTS.get("container.rename", target.name, name),
                report -> containers.rename(target.id, name));
    }

    /** Finds the {@code docker run} line that makes a container like this one, and gives it to {@code taker} on another thread. */
    public Job runCommand(Target target, Consumer<String> taker) {
        return jobs.start(TEXTS.get("container.runcommand", target.name),
                report -> taker.accept(ShellWord.line(containers.runCommand(target.id))));
    }

    private Job each(String key, List<Target> targets, Bulk.Step<Target> step) {
        String what = targets.size() == 1
                ? targets.getFirst().name
                : TEXTS.get("container.several", targets.size());
        return jobs.start(TEXTS.get("container." + key, what), new Bulk<>(targets, Target::name, step));
    }
}
