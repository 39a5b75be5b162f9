// "wherry stats"
package dev.wherry.app.cli;

import java.util.concurrent.Callable;

import dev.wherry.app.cli.terminal.StandardStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the machine and its containers use. */
@Command(description = "Show what the machine and its containers use.", footer = {"", "Example:", "  wherry stats"})
final class StatsCommand implements Callable<Integer> {

    /** The guest's memory and its data disk in words; then docker tells of the containers. */
    private static final String MACHINE = """
            awk '/^MemTotal/ { all = $2 } /^MemAvailable/ { free = $2 } \
            END { printf "memory  %d of %d MiB in use\\n", (all - free) / 1024, all / 1024 }' /proc/meminfo; \
            df -P -m /data | awk 'NR == 2 { printf "disk    %d of %d MiB in use\\n", $3, $2 }'; \
            awk '{ printf "load    %s %s %s (1, 5 and 15 minutes)\\n", $1, $2, $3 }' /proc/loadavg; \
            exec docker stats""";

    @Mixin
    private MachineOption machine;
    @Option(names = {"-f", "--follow"}, description = "Go on showing it, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        String line = follow ? MACHINE : MACHINE + " --no-stream";
        return ForwardedCommand.run(machine, line, follow && StandardStream.areTerminals());
    }
}
