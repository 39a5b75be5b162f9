// A second machine beside the first: nothing is shared, and each can be held, reset, emptied and grown by itself.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("vm")
@ExtendWith(SharedVm.class)
class MachinesVmTest {

    private static final String OTHER = "work";

    @Test
    void aSecondMachineRunsBesideTheFirstAndLeavesItAlone(Wherry wherry) throws Exception {
        wherry.run("up");
        wherry.run("machine", "create", OTHER, "--memory", "768MiB", "--cpus", "1", "--disk", "5GiB");
        try {
            assertThat(wherry.wherry("status", "-m", OTHER).run().exitCode()).isEqualTo(3);
            wherry.run("up", "-m", OTHER);
            bothAreThereAndApart(wherry);
            theOneInUseIsMeantUntilAnotherIsNamed(wherry);
            aPauseHoldsItStillAndItsClockIsRightAfterwards(wherry);
            itsDiskGrowsWhileItRuns(wherry);
            aResetKeepsTheDataAndEmptyingDoesNot(wherry);
        } finally {
            wherry.run("machine", "delete", OTHER, "--yes");
        }
        assertThat(wherry.run("machine", "list")).contains("* default").doesNotContain(OTHER);
        assertThat(wherry.state()).as("the first machine").isEqualTo("RUNNING");
        assertThat(wherry.home().resolve("config/machines/work.yaml")).doesNotExist();
    }

    private static JsonNode list(Wherry wherry) throws Exception {
        return new ObjectMapper().readTree(wherry.run("machine", "list", "--json"));
    }

    private static void bothAreThereAndApart(Wherry wherry) throws Exception {
        JsonNode machines = list(wherry);
        assertThat(machines).hasSize(2);
        assertThat(machines.findValuesAsText("state")).containsOnly("RUNNING");
        assertThat(machines.findValuesAsText("engineSocket")).doesNotHaveDuplicates();
        assertThat(machines.findValuesAsText("context")).containsExactly("wherry", "wherry-work");
        assertThat(wherry.run("ssh", "-m", OTHER, "hostname; nproc")).isEqualTo("wherry-work\n1");
        assertThat(wherry.inGuest("hostname")).isEqualTo("wherry");
        wherry.run("-m", OTHER, "ssh", "docker volume create apart");
        assertThat(wherry.inGuest("docker volume ls -q")).doesNotContain("apart");
    }

    private static void theOneInUseIsMeantUntilAnotherIsNamed(Wherry wherry) throws Exception {
        wherry.run("machine", "use", OTHER);
        assertThat(wherry.inGuest("hostname")).isEqualTo("wherry-work");
        assertThat(wherry.run("ssh", "-m", "default", "hostname")).isEqualTo("wherry");
        assertThat(list(wherry).path(1).path("current").asBoolean()).isTrue();
        wherry.run("machine", "use", "default");
        assertThat(wherry.inGuest("hostname")).isEqualTo("wherry");
    }

    private static void aPauseHoldsItStillAndItsClockIsRightAfterwards(Wherry wherry) throws Exception {
        wherry.run("ssh", "-m", OTHER, "date -s '2020-01-01 00:00:00'");
        wherry.run("pause", "-m", OTHER);
        assertThat(wherry.wherry("status", "-m", OTHER).run().exitCode()).isEqualTo(3);
        assertThat(wherry.run("ssh", "echo still here")).as("the other machine").isEqualTo("still here");
        assertThat(wherry.run("ssh", "-m", OTHER, "echo awake")).as("it runs on for a command").isEqualTo("awake");
        assertThat(wherry.wherry("status", "-m", OTHER).run().exitCode()).isZero();
        wherry.run("pause", "-m", OTHER);
        wherry.run("up", "-m", OTHER);
        Instant guest = Instant.ofEpochSecond(Long.parseLong(wherry.run("ssh", "-m", OTHER, "date +%s")));
        assertThat(Duration.between(guest, Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    private static void itsDiskGrowsWhileItRuns(Wherry wherry) throws Exception {
        long before = dataMiB(wherry);
        assertThat(wherry.wherry("config", "set", "-m", OTHER, "disk", "7GiB").run().stderr()).contains("Done");
        assertThat(dataMiB(wherry)).isBetween(before + 1500, before + 2048);
        Command.Result shrink = wherry.wherry("config", "set", "-m", OTHER, "disk", "6GiB").run();
        assertThat(shrink.exitCode()).isEqualTo(3);
        assertThat(shrink.stderr()).contains("cannot shrink");
    }

    private static long dataMiB(Wherry wherry) throws Exception {
        return Long.parseLong(wherry.run("ssh", "-m", OTHER, "df -P -m /data | awk 'NR == 2 { print $2 }'"));
    }

    private static void aResetKeepsTheDataAndEmptyingDoesNot(Wherry wherry) throws Exception {
        wherry.run("ssh", "-m", OTHER, "sync");
        wherry.run("reset", "-m", OTHER);
        assertThat(wherry.run("ssh", "-m", OTHER, "docker volume ls -q")).isEqualTo("apart");
        wherry.run("reset", "-m", OTHER, "--data", "--yes");
        assertThat(wherry.run("ssh", "-m", OTHER, "docker volume ls -q")).isEmpty();
        assertThat(wherry.run("config", "get", "-m", OTHER, "memory")).as("settings are kept").isEqualTo("768MiB");
    }

    @Test
    void filesAndFoldersAreCopiedBothWaysWhole(Wherry wherry) throws Exception {
        Path folder = wherry.home().resolve("copies/it's a folder");
        Path here = Files.createDirectories(folder.resolve("deep"));
        byte[] bytes = new byte[2_000_000];
        new Random(5).nextBytes(bytes);
        Files.write(here.resolve("bytes"), bytes);
        wherry.run("cp", folder.toString(), "vm:/data/copied");
        assertThat(wherry.inGuest("stat -c %s /data/copied/deep/bytes")).isEqualTo("2000000");
        wherry.run("cp", "vm:/data/copied", folder.resolve("back").toString());
        assertThat(folder.resolve("back/deep/bytes")).hasBinaryContent(bytes);

        Command.Result missing = wherry.wherry("cp", "vm:/no/such", folder.toString()).run();
        assertThat(missing.exitCode()).isNotZero();
        assertThat(missing.stderr()).contains("/no/such");
        assertThat(folder).as("no half copy is left")
                .isDirectoryNotContaining(path -> path.toString().contains(".wherry-cp"));
        wherry.inGuest("rm -r /data/copied; ! ls -d /data/cp.*");
        Containers.buildShell(wherry);
        wherry.docker("run", "-d", "--name", "copies", Containers.SHELL, "sleep", "1000").run().succeeded();
        try {
            wherry.run("cp", here.resolve("bytes").toString(), "copies:/bytes");
            wherry.run("cp", "copies:/bytes", here.resolve("again").toString());
            assertThat(here.resolve("again")).hasBinaryContent(bytes);
        } finally {
            wherry.docker("rm", "-f", "copies").run().succeeded();
        }
    }
}
