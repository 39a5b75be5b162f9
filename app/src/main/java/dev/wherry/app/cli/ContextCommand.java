// "wherry context"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.app.settings.MachineContext;
import dev.wherry.engine.agent.AgentException;
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
            MachineContext context = context(machine);
            context.install(use);
            spec.commandLine().getOut().println(use
                    ? "docker now uses the context \"" + context.name() + "\"."
                    : "Made the docker context \"" + context.name() + "\". To use it: docker --context "
                            + context.name()
                            + " ps");
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
            MachineContext context = context(machine);
            spec.commandLine().getOut().println(context.remove()
                    ? "Removed the docker context \"" + context.name() + "\"."
                    : "There is no docker context \"" + context.name() + "\".");
            return ExitCode.DONE;
        }
    }

    private static MachineContext context(MachineOption machine) throws AgentException {
        return new MachineContext(machine.name(), machine.files(), System.getenv(), Directories.home());
    }
}
