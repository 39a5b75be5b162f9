// The command line against a running machine.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class CommandsVmTest {

    @Test
    void twoFirstStartsAtOnceBothSucceedWithOneVm(SharedVm.Booted booted) throws Exception {
        booted.one().succeeded();
        booted.other().succeeded();
        assertThat(booted.one().stderr()).contains("Running after");
        String disk = booted.wherry().home().resolve("data/machines/default/disk.raw").toString().replace(",", ",,");
        assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info)
                .filter(info -> info.arguments().map(line -> String.join(" ", line).contains(disk)).orElse(false)))
                .as("VMs on the disk").hasSize(1);
    }

    @Test
    void statusTellsProgramsWhatRuns(Wherry wherry) throws Exception {
        JsonNode status = wherry.status();
        assertThat(status.path("state").asText()).isEqualTo("RUNNING");
        assertThat(status.path("fraction").asDouble()).isEqualTo(1);
        assertThat(status.path("vm").path("pid").asLong()).isPositive();
        assertThat(status.path("vm").path("accelerator").asText()).isNotEmpty();
        assertThat(wherry.wherry("status").run().exitCode()).isZero();
    }

    @Test
    void upOfARunningMachineChangesNothing(Wherry wherry) throws Exception {
        long pid = wherry.vm().pid();
        wherry.run("up");
        assertThat(wherry.vm().pid()).isEqualTo(pid);
    }

    @Test
    void sshReturnsTheRemoteExitCodeAndKeepsTheStreamsApart(Wherry wherry) throws Exception {
        Command.Result result = wherry.wherry("ssh", "echo out; echo err >&2; exit 37").run();
        assertThat(result.exitCode()).isEqualTo(37);
        assertThat(result.stdout()).isEqualTo("out\n");
        assertThat(result.stderr()).isEqualTo("err\n");
        assertThat(wherry.wherry("ssh", "kill -TERM $$").run().exitCode()).isEqualTo(128 + 15);
    }

    @Test
    void sshPassesEveryByteOfItsInputAndItsEnd(Wherry wherry) throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(3).nextBytes(bytes);
        assertThat(wherry.wherry("ssh", "cat").withInput(bytes).run().out()).isEqualTo(bytes);
    }

    @Test
    void dockerOfTheGuestTakesEveryArgumentAsItIs(Wherry wherry) throws Exception {
        assertThat(wherry.wherry("docker", "version", "--format", "{{.Server.Os}} it's").run().succeeded())
                .isEqualTo("linux it's");
        assertThat(wherry.wherry("docker", "no-such-command").run().exitCode()).isNotZero();
    }

    @Test
    void logsShowTheGuestsConsole(Wherry wherry) throws Exception {
        assertThat(wherry.run("logs")).contains("@wherry sshd").contains("@wherry engine");
        assertThat(wherry.run("logs", "--agent")).contains("Booting Linux");
    }

    @Test
    void theGuestListensOnNoTcpPortButSshs(Wherry wherry) throws Exception {
        // State 0A is LISTEN; the second column is address and port in hexadecimal (proc_net_tcp of the kernel's documentation).
        String listening = wherry.inGuest("cat /proc/net/tcp /proc/net/tcp6 | awk '$4 == \"0A\" { print $2 }'");
        assertThat(listening.lines().filter(address -> !address.endsWith(":0016")))
                .as("besides 22, the ports of containers that run now").allMatch(address -> Integer
                        .parseInt(address.substring(address.indexOf(':') + 1), 16) >= 8000);
    }

    @Test
    void theGuestsClockIsTheHosts(Wherry wherry) throws Exception {
        long before = System.currentTimeMillis() / 1000;
        long guest = Long.parseLong(wherry.inGuest("date +%s"));
        assertThat(guest).isBetween(before - 2, System.currentTimeMillis() / 1000 + 2);
    }
}
