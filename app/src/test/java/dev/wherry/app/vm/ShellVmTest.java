// Shells and commands in containers.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@ExtendWith(SharedVm.class)
class ShellVmTest {

    // A container with the very programs of this computer: their files, and the libraries that they name.
    private static final String PACK = """
            cd "$1" && mkdir etc bin && ln -s dash bin/sh
            printf 'root:x:0:0::/:/bin/sh\nme:x:1000:1000::/:/bin/dash\n' >etc/passwd
            programs="/bin/bash /bin/dash /bin/cat /bin/sleep /usr/bin/seq /usr/bin/vim.tiny /usr/bin/less /usr/bin/top /usr/bin/tmux"
            { printf '%s\n' $programs; ldd $programs | grep -o '/[^ :]*'; ls /lib/terminfo/*/tmux* /lib/terminfo/*/screen*; find /usr/lib/locale/C.utf8 -type f; } |
                sort -u | tar -chf image.tar --no-recursion -T - && tar -rf image.tar etc bin/sh
            """;

    @BeforeAll
    static void run(Wherry wherry, @TempDir Path folder) throws Exception {
        Containers.buildShell(wherry);
        new Command(List.of("bash", "-c", PACK, "bash", folder.toString()), Map.of()).run().succeeded();
        wherry.wherry("docker", "import", "-", "test/tools").withInput(Files.readAllBytes(folder.resolve("image.tar")))
                .run().succeeded();
        wherry.run("docker", "run", "-d", "--name", "tools", "--tmpfs", "/tmp", "test/tools", "sleep", "1000000");
        wherry.run("docker", "run", "-d", "--name", "box", Containers.SHELL, "sleep", "1000000");
        wherry.run("docker", "run", "-d", "--name", "bare", "-v", "/usr/bin/busybox:/only/busybox:ro", "-e",
                "PATH=/none",
                "--entrypoint", "/only/busybox", Containers.SHELL, "sleep", "1000000");
        wherry.run("docker", "create", "--name", "idle", Containers.SHELL, "true");
    }

    @AfterAll
    static void remove(Wherry wherry) throws Exception {
        wherry.run("docker", "rm", "-f", "tools", "box", "bare", "idle");
    }

    @Test
    void theBestShellIsTheUsersOwnElseTheFirstOfThoseThereAre(Wherry wherry) throws Exception {
        assertThat(shellOf(wherry, "tools")).isEqualTo("bash");
        assertThat(shellOf(wherry, "-u", "me", "tools")).isEqualTo("dash");
        assertThat(shellOf(wherry, "box")).isEqualTo("ash");
    }

    private static String shellOf(Wherry wherry, String... arguments) throws Exception {
        return wherry.wherry(Stream.concat(Stream.of("shell"), Stream.of(arguments)).toArray(String[]::new))
                .withInput("cat /proc/$$/comm\n".getBytes(UTF_8)).run().succeeded();
    }

    @Test
    void aCommandGetsItsArgumentsAsTheyAreAndItsExitCodeIsOurs(Wherry wherry) throws Exception {
        Command.Result result = wherry.wherry("shell", "-w", "/www", "-e", "A=b c", "box", "sh", "-c",
                "echo \"$PWD $A $1\"; echo err >&2; exit 42", "sh", "it's  $HOME").run();
        assertThat(result.exitCode()).isEqualTo(42);
        assertThat(result.stdout()).isEqualTo("/www b c it's  $HOME\n");
        assertThat(result.stderr()).isEqualTo("err\n");
        assertThat(wherry.wherry("shell", "box", "false").run().stderr()).isEmpty();
    }

    @Test
    void anUnknownContainerIsAnsweredWithTheNamesOfThoseThatRun(Wherry wherry) throws Exception {
        Command.Result result = wherry.wherry("shell", "bxo").run();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr()).contains("There is no container \"bxo\".").containsPattern("Running: .*box");
    }

    @Test
    void aContainerThatDoesNotRunIsAnsweredWithHowToStartIt(Wherry wherry) throws Exception {
        Command.Result result = wherry.wherry("shell", "idle", "ls").run();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stderr()).contains("wherry docker start idle");
    }

    @Test
    void aContainerWithoutAShellIsAnsweredWithWhatToDo(Wherry wherry) throws Exception {
        Command.Result result = wherry.wherry("shell", "bare").run();
        assertThat(result.exitCode()).isIn(126, 127);
        assertThat(result.stderr()).contains("Container \"bare\" has no shell.", "wherry shell bare COMMAND");
        assertThat(wherry.run("shell", "bare", "/only/busybox", "echo", "fine")).isEqualTo("fine");
    }

    @Test
    void fullScreenProgramsWorkInAContainer(Wherry wherry) throws Exception {
        try (Pane pane = Pane.open(wherry, "dash")) {
            pane.enter("wherry shell -e PS1='in> ' tools");
            pane.awaitLast("in>");
            pane.enter("vim.tiny /tmp/text");
            pane.awaitLine("~");
            pane.type("ione two");
            pane.awaitLine("one two");
            pane.press("Escape");
            pane.type("0dw:wq");
            pane.press("Enter");
            pane.awaitLast("in>");
            pane.enter("cat /tmp/text");
            pane.awaitLine("two");
            pane.enter("seq 1000 | less");
            pane.awaitLine("29");
            pane.type("G");
            pane.awaitLine("1000");
            pane.type("q");
            pane.awaitLast("in>");
            pane.enter("top");
            pane.awaitLineLike("top - .*");
            pane.type("q");
            pane.awaitLast("in>");
            pane.enter("tmux -u -f /dev/null");
            pane.awaitLineLike("\\[0\\] 0:sh.*");
            pane.enter("echo $((6 * 7)) in tmux");
            pane.awaitLine("42 in tmux");
            pane.enter("exit");
            pane.awaitLine("[exited]");
            pane.enter("exit 6");
            pane.awaitLast("here>");
            pane.enter("echo code $?");
            pane.awaitLine("code 6");
        }
    }
}
