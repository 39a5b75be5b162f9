// The "docker" that calls Wherry: put where the user says, taken away again, and nothing else touched.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.wherry.app.release.OwnCommandLine;
import dev.wherry.engine.agent.AgentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerShimTest {

    @TempDir
    private Path folder;
    private Path docker;
    private DockerShim shim;

    @BeforeEach
    void setUp() {
        docker = folder.resolve("docker");
        shim = new DockerShim(folder, false);
    }

    @Test
    void everyArgumentReachesWherryAsItIs() throws Exception {
        Path wherry = folder.resolve("Zoë's \"wherry\" $x");
        Files.writeString(wherry, "#!/bin/sh\nprintf '%s\\0' \"$@\"\nexit 0\n");
        assertThat(wherry.toFile().setExecutable(true)).isTrue();
        shim.install(List.of(wherry.toString(), "-a b", "docker"));
        List<String> line = List.of(docker.toString(), "run", "", "a b", "it's", "--help", "$x", "two\nlines");
        List<String> reached = new ArrayList<>(List.of("-a b", "docker"));
        reached.addAll(line.subList(1, line.size()));
        assertThat(Program.run(Map.of(), line)).isEqualTo(String.join("\0", reached) + "\0");
    }

    @Test
    void thisProgramIsStartedAgainByTheWordsItFindsForItself() throws Exception {
        shim.install(OwnCommandLine.words());
        assertThat(Program.run(Map.of(), List.of(docker.toString(), "version"))).startsWith("wherry ");
    }

    @Test
    void aPackagedProgramIsStartedByItsLauncher() {
        System.setProperty(OwnCommandLine.LAUNCHER_PROPERTY, "/opt/wherry/bin/wherry");
        try {
            assertThat(OwnCommandLine.words()).containsExactly("/opt/wherry/bin/wherry");
        } finally {
            System.clearProperty(OwnCommandLine.LAUNCHER_PROPERTY);
        }
    }

    @Test
    void installingAgainRenewsItAndUninstallingLeavesNothing() throws Exception {
        shim.install(List.of("old"));
        shim.install(List.of("new"));
        assertThat(docker).content().contains("exec new").doesNotContain("old");
        assertThat(shim.uninstall()).isTrue();
        assertThat(shim.uninstall()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherDockerIsRefusedAndLeftAlone() throws Exception {
        Files.write(docker, new byte[]{0x7f, 'E', 'L', 'F', (byte) 0xff});
        refused(folder.toString());
        assertThatThrownBy(shim::uninstall).isInstanceOf(AgentException.class).hasMessageContaining("another docker");
        assertThat(docker).hasBinaryContent(new byte[]{0x7f, 'E', 'L', 'F', (byte) 0xff});
    }

    @Test
    void aLinkToAnotherDockerIsRefusedEvenIfItLeadsNowhere() throws Exception {
        Files.createSymbolicLink(docker, Path.of("/nowhere/docker"));
        refused("another docker");
        assertThat(Files.isSymbolicLink(docker)).isTrue();
    }

    @Test
    void aFolderThatIsNotThereOrCannotBeWrittenToIsNamed() {
        shim = new DockerShim(folder.resolve("missing"), false);
        refused("there is no such folder");
        shim = new DockerShim(Path.of("/proc"), false);
        refused("cannot be written to");
    }

    @Test
    void theUserIsToldWhenTypingDockerWouldRunAnother() throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path own = Files.createDirectory(folder.resolve("own"));
        shim = new DockerShim(own, false);
        shim.install(List.of("wherry"));
        assertThat(shim.whyNotFound(first.toString()))
                .hasValueSatisfying(why -> assertThat(why).contains("not on your PATH"));
        String path = first + File.pathSeparator + own + "/";
        assertThat(shim.whyNotFound(path)).isEmpty();
        Path other = Files.writeString(first.resolve("docker"), "");
        assertThat(shim.whyNotFound(path)).as("it cannot be executed").isEmpty();
        assertThat(other.toFile().setExecutable(true)).isTrue();
        assertThat(shim.whyNotFound(path)).hasValueSatisfying(why -> assertThat(why).contains(other + " comes before"));
    }

    @Test
    void onWindowsItIsABatchFile() throws Exception {
        new DockerShim(folder, true).install(List.of("C:\\Program Files\\100%\\wherry.exe", "docker"));
        assertThat(folder.resolve("docker.cmd")).content().startsWith("@echo off\r\nrem Made by")
                .endsWith("\r\n\"C:\\Program Files\\100%%\\wherry.exe\" \"docker\" %*\r\n");
        Path exe = Files.writeString(folder.resolve("docker.exe"), "");
        assertThat(exe.toFile().setExecutable(true)).isTrue();
        assertThat(new DockerShim(folder, true).whyNotFound(folder.toString())).isPresent();
    }

    private void refused(String why) {
        assertThatThrownBy(() -> shim.install(List.of("wherry"))).isInstanceOf(AgentException.class)
                .hasMessageContaining(why);
    }
}
