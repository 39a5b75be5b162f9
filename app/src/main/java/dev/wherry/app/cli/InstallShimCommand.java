// "wherry docker install-shim"
package dev.wherry.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.wherry.app.release.OwnCommandLine;
import dev.wherry.engine.host.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets people, and scripts, without a docker client type "docker". */
@Command(name = "install-shim", description = "Put a docker that calls Wherry into a folder.", footer = {
        "", "It uses the machine given by -m here, else the one that is current when it is called.",
        "Another docker in the folder is left alone, and refused.",
        "", "Example:", "  wherry docker install-shim ~/.local/bin"})
final class InstallShimCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "DIR", description = "An existing folder, best one on your PATH.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        DockerShim shim = new DockerShim(folder.toAbsolutePath(), Platform.current().os() == Platform.Os.WINDOWS);
        List<String> words = new ArrayList<>(OwnCommandLine.words());
        words.add("docker");
        if (machine.named().isPresent()) {
            words.addAll(List.of("-m", machine.name()));
        }
        shim.install(words);
        shim.whyNotFound(System.getenv().getOrDefault("PATH", ""))
                .ifPresent(reason -> spec.commandLine().getErr().println("wherry: " + reason));
        return ExitCode.DONE;
    }
}
