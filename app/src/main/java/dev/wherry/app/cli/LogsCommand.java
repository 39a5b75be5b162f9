// "wherry logs"
package dev.wherry.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.host.Directories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the guest's console, or the agent's log. */
@Command(description = "Print what the guest's kernel and services have logged since its start.", footer = {"",
        "Example:", "  wherry logs --follow"})
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private MachineOption machine;

    /** How often a followed file is looked at: quick enough to read along, and no load. */
    private static final Duration PACE = Duration.ofMillis(200);

    @Option(names = {"-f", "--follow"}, description = "Go on with what is logged from now on, until Ctrl-C.")
    private boolean follow;
    @Option(names = "--agent", description = "Wherry's own log instead.")
    private boolean agent;

    @Override
    public Integer call() throws Exception {
        Path file = agent
                ? Directories.ofCurrentUser().logs().resolve("agent.log")
                : machine.files().vm().serialLog();
        if (!Files.exists(file) && !follow) {
            throw new AgentException(AgentException.Kind.FAILED, "There is no log at " + file + " yet.",
                    "\"" + machine.wherry() + " up\" starts the machine, which begins one.");
        }
        long offset = copy(file, 0);
        while (follow && !System.out.checkError()) {
            Thread.sleep(PACE);
            offset = copy(file, offset);
        }
        return ExitCode.DONE;
    }

    private static long copy(Path file, long from) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            // A shorter file is a new one: the machine was started anew, or the log was turned over.
            long offset = open.length() < from ? 0 : from;
            open.seek(offset);
            byte[] buffer = new byte[64 * 1024];
            OutputStream out = System.out;
            for (int n = open.read(buffer); n > 0; n = open.read(buffer)) {
                out.write(buffer, 0, n);
                offset += n;
            }
            out.flush();
            return offset;
        }
    }
}
