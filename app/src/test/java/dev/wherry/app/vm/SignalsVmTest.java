// Signals to a command line that runs something in the VM without a terminal.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@ExtendWith(SharedVm.class)
class SignalsVmTest {

    @TempDir
    private Path folder;

    @Test
    void aSignalReachesTheCommandWhoseEndIsOurs(Wherry wherry) throws Exception {
        for (var signal : Map.of("HUP", 129, "INT", 130, "TERM", 143).entrySet()) {
            Process client = start(wherry, "exec sleep 4343");
            send(signal.getKey(), client);
            assertThat(end(client)).as(signal.getKey()).isEqualTo(signal.getValue());
        }
        GuestProcesses.awaitNone(wherry, "sleep 4343");
    }

    @Test
    void aCommandThatHandlesASignalEndsInItsOwnTime(Wherry wherry) throws Exception {
        Process client = start(wherry, "trap 'echo handled; exit 9' TERM; sleep 4343 & wait");
        send("TERM", client);
        assertThat(end(client)).isEqualTo(9);
        assertThat(folder.resolve("out")).hasContent("handled\n");
    }

    @Test
    void aCommandThatIgnoresSignalsKeepsTheClientOnlyUntilTheSecond(Wherry wherry) throws Exception {
        Process client = start(wherry, "trap '' INT TERM; sleep 4343; sleep 4343");
        send("INT", client);
        send("TERM", client);
        assertThat(end(client)).isEqualTo(143);
        GuestProcesses.awaitNone(wherry, "sleep 4343");
    }

    @Test
    void aSignalOvertakesInputThatTheCommandDoesNotRead(Wherry wherry) throws Exception {
        Files.write(folder.resolve("in"), new byte[8_000_000]);
        Process client = start(wherry, "exec sleep 4343");
        send("INT", client);
        assertThat(end(client)).isEqualTo(130);
    }

    @Test
    void aKilledClientLeavesNothingRunningInTheGuest(Wherry wherry) throws Exception {
        Files.write(folder.resolve("in"), new byte[8_000_000]);
        Process client = start(wherry, "sleep 4343");
        client.destroyForcibly();
        GuestProcesses.awaitNone(wherry, "sleep 4343");
    }

    @Test
    void aReaderThatLeavesEndsThePipeline(Wherry wherry) throws Exception {
        String line = "\"$@\" | head -1; echo ${PIPESTATUS[0]}";
        Command.Result result = new Command(
                Stream.concat(Stream.of("bash", "-c", line, "bash"), wherry.wherry("ssh", "yes").line().stream())
                        .toList(),
                wherry.environment()).run();
        assertThat(result.stdout()).isEqualTo("y\n141\n");
        assertThat(result.stderr()).isEmpty();
        GuestProcesses.awaitNone(wherry, "yes ");
    }

    private Process start(Wherry wherry, String line) throws Exception {
        Path in = folder.resolve("in");
        // Whoever runs the tests in the background has them ignore INT and HUP, and a program keeps ignoring what it finds ignored.
        List<String> unhindered = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM"));
        unhindered.addAll(wherry.wherry("ssh", line).line());
        ProcessBuilder builder = new ProcessBuilder(unhindered)
                .redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile());
        if (Files.exists(in)) {
            builder.redirectInput(in.toFile());
        }
        builder.environment().putAll(wherry.environment());
        Process client = builder.start();
        GuestProcesses.awaitRunning(wherry, "sleep 4343");
        return client;
    }

    private static void send(String signal, Process client) throws Exception {
        new Command(List.of("kill", "-" + signal, Long.toString(client.pid())), Map.of()).run().succeeded();
    }

    private static int end(Process client) throws InterruptedException {
        assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return client.exitValue();
    }
}
