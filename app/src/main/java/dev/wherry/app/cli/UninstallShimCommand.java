// "wherry docker uninstall-shim"
package dev.wherry.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.wherry.engine.host.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes away what "install-shim" has put into a folder, and nothing else. */
@Command(name = "uninstall-shim", description = "Take the docker that calls Wherry out of a folder.", footer = {"",
        "Example:", "  wherry docker uninstall-shim ~/.local/bin"})
final class UninstallShimCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "DIR", description = "The folder given to install-shim.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        DockerShim shim = new DockerShim(folder.toAbsolutePath(), Platform.current().os() == Platform.Os.WINDOWS);
        if (!shim.uninstall()) {
            spec.commandLine().getErr().println("wherry: There is no docker of Wherry's in " + folder + ".");
        }
        return ExitCode.DONE;
    }
}
