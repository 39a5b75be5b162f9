// "wherry env"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.engine.agent.MachineReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells docker clients where the engine is. */
@Command(description = "Print what a shell has to run for docker clients to find the engine.", footer = {
        "", "For example: eval \"$(wherry env)\""})
final class EnvCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        MachineReport report = machine.launcher().status();
        spec.commandLine().getOut().println("export DOCKER_HOST=" + ShellWord.quote("unix://" + report.engineSocket()));
        return ExitCode.DONE;
    }
}
