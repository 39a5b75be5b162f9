// "wherry context"
package dev.wherry.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.docker.ContextException;
import dev.wherry.engine.docker.DockerContexts;
import dev.wherry.engine.host.Directories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A docker context for the machine, which serves docker clients and IDEs without any environment variable. */
@Command(description = "Make a docker context for the machine, or remove it.", synopsisSubcommandLabel = "(install | remove)", subcommands = {
        ContextCommand.Install.class, ContextCommand.Remove.class}, footer = {
                "", "The context is called \"wherry\", or \"wherry-NAME\" for a machine of another name.",
                "", "Example:", "  wherry context install"})
final class ContextCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say \"install\" or \"remove\".");
    }

    @Command(name = "install", description = "Make the docker context.", footer = {
            "",
            "docker's settings stay as they are, unless --use is given. \"wherry context remove\" takes everything back.",
            "", "Example:", "  wherry context install --use"})
    static final class Install implements Callable<Integer> {

        @Mixin
        private MachineOption machine;
        @Spec
        private CommandSpec spec;
        @Option(names = "--use", description = "Make it docker's current context; the former one is remembered.")
        private boolean use;

        @Override
        public Integer call() throws Exception {
            String name = MachineOption.contextOf(machine.name());
            String host = EngineUrl.of(machine.files().engineSocket());
            change(spec, contexts -> {
                contexts.install(name, host, use);
                return use
                        ? "docker now uses the context \"" + name + "\"."
                        : "Made the docker context \"" + name + "\". To use it: docker --context " + name + " ps";
            });
            return ExitCode.DONE;
        }
    }

    @Command(name = "remove", description = "Remove the docker context; everything is as before.", footer = {"",
            "Example:", "  wherry context remove"})
    static final class Remove implements Callable<Integer> {

        @Mixin
        private MachineOption machine;
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            String name = MachineOption.contextOf(machine.name());
            change(spec, contexts -> contexts.remove(name)
                    ? "Removed the docker context \"" + name + "\"."
                    : "There is no docker context \"" + name + "\".");
            return ExitCode.DONE;
        }
    }

    /** A change to docker's contexts; returns what to tell the user. */
    private interface Change {
        String to(DockerContexts contexts) throws IOException, ContextException;
    }

    private static void change(CommandSpec spec, Change change) throws AgentException {
        var folder = DockerContexts.folder(System.getenv(), Directories.home());
        try {
            spec.commandLine().getOut().println(change.to(new DockerContexts(folder)));
        } catch (ContextException e) {
            throw new AgentException(AgentException.Kind.PRECHECK, e.getMessage(), e.remedy());
        } catch (IOException e) {
            throw new AgentException(AgentException.Kind.FAILED,
                    "Tried to change docker's contexts in " + folder + " but failed because of " + e + ".",
                    "Make the folder readable and writable for you, or name another by DOCKER_CONFIG.");
        }
    }
}
