// Shells in terminal programs of the user's.
package dev.wherry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

import dev.wherry.engine.host.linux.LinuxTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutsideShellTest {

    @TempDir
    private Path folder;

    @Test
    void theMachineAndTheContainerAreNamed() {
        assertThat(OutsideShell.ofMachine("work").command()).endsWith("ssh", "-m", "work");
        assertThat(OutsideShell.ofContainer("work", "4f5ab4a").command()).endsWith("shell", "-m", "work", "4f5ab4a");
    }

    @Test
    void wherrysOwnVariablesComeAlongAndNoOthers() {
        assertThat(OutsideShell.variables(Map.of("WHERRY_HOME", "/a b", "PATH", "/bin", "WHERRY_CPUS", "2")))
                .containsExactly("/usr/bin/env", "WHERRY_CPUS=2", "WHERRY_HOME=/a b");
        assertThat(OutsideShell.variables(Map.of("PATH", "/bin"))).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theCommandLineOfThisVeryProgramRunsInTheTerminal() throws Exception {
        Path seen = folder.resolve("seen");
        Path xterm = Files.writeString(folder.resolve("xterm"),
                "#!/bin/sh\nshift\n\"$@\" >'" + seen + ".new' 2>&1; mv '" + seen + ".new' '" + seen + "'\n");
        Files.setPosixFilePermissions(xterm, PosixFilePermissions.fromString("rwxr-xr-x"));
        LinuxTerminal terminal = LinuxTerminal.of(Map.of("PATH", folder.toString()));
        new OutsideShell(terminal, OutsideShell.ofMachine("nowhere").command()).open();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(seen));
        assertThat(seen).content().contains("nowhere").contains("wherry machine create");
    }
}
