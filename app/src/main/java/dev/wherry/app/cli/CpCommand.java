// "wherry cp"
package dev.wherry.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies files between this computer and the machine or a container. */
@Command(description = "Copy files to and from the machine or a container.", footer = {"",
        "One of the two is a path here, the other vm:PATH in the machine or CONTAINER:PATH. Folders are copied whole.",
        "",
        "Example:", "  wherry cp vm:/var/log ./guest-logs"})
final class CpCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;
    @Parameters(index = "0", paramLabel = "SOURCE", description = "What to copy.")
    private String source;
    @Parameters(index = "1", paramLabel = "TARGET", description = "An existing folder, or the copy's name.")
    private String target;

    @Override
    public Integer call() throws Exception {
        FarPath from = FarPath.parse(source);
        FarPath to = FarPath.parse(target);
        if ((from == null) == (to == null)) {
            throw new AgentException(AgentException.Kind.USAGE, "Just one of \"" + source + "\" and \"" + target
                    + "\" has to be in the machine or a container.",
                    "Write vm:/path or CONTAINER:/path for what is there, ./path for what is here.");
        }
        machine.requireUp();
        Copying copying = new Copying(machine);
        return to == null
                ? copying.fetch(Objects.requireNonNull(from), Path.of(target))
                : copying.send(Path.of(source), to);
    }
}
