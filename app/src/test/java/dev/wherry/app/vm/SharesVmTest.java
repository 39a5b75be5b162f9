// Folders of the host in containers, on a real VM, through the host's own docker client.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("vm")
@ExtendWith(SharedVm.class)
class SharesVmTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofSeconds(90);
    private static final String BOOT = "cat /proc/sys/kernel/random/boot_id";

    @TempDir
    private Path folder;

    @BeforeEach
    void start(Wherry wherry) throws Exception {
        wherry.run("up");
        Containers.buildShell(wherry);
    }

    @Test
    void theHomeFolderIsSharedFromTheStartAndAContainerWorksInIt(Wherry wherry) throws Exception {
        Path work = wherry.newFolder("my work");
        Files.writeString(work.resolve("question"), "from the host\n");
        assertThat(inContainer(wherry, work, "cat /src/question && echo from a container > /src/answer && id -u"))
                .isEqualTo("from the host\n0");
        assertThat(work.resolve("answer")).hasContent("from a container");
        assertThat(wherry.run("share", "list")).isEqualTo(wherry.userHome().toString());
    }

    // The VM remembers for half a minute what it has been told of files; a container that is started next is not to see that.
    @Test
    void aContainerThatIsStartedAfterAChangeSeesIt(Wherry wherry) throws Exception {
        Path work = wherry.newFolder("edited");
        String look = "cd \"" + work
                + "\"; stat -c %n:%s -- * 2>/dev/null; cat changed gone/file new 2>/dev/null; true";
        Files.writeString(work.resolve("changed"), "before");
        Files.writeString(Files.createDirectory(work.resolve("gone")).resolve("file"), " and there");
        assertThat(wherry.inGuest(look)).contains("changed:6", "before and there");

        Files.writeString(work.resolve("changed"), "the second version");
        Files.delete(work.resolve("gone/file"));
        Files.delete(work.resolve("gone"));
        Files.writeString(work.resolve("new"), "new");
        assertThat(inContainer(wherry, work, look.replace(work.toString(), "/src")))
                .isEqualTo("changed:18\nnew:3\nthe second versionnew");

        Files.writeString(work.resolve("changed"), "the third");
        assertThat(wherry.inGuest(look)).isEqualTo("changed:9\nnew:3\nthe thirdnew");
    }

    @Test
    void anyUserOfAContainerMayWriteAndAFolderCanBeGivenToHim(Wherry wherry) throws Exception {
        Path work = wherry.newFolder("owned");
        assertThat(wherry.docker("run", "--rm", "-u", "1000:1000", "-v", work + ":/src", Containers.SHELL, "sh", "-c",
                "echo mine > /src/file && read line < /src/file && echo $line").run().succeeded()).isEqualTo("mine");
        assertThat(inContainer(wherry, work, "chown 1000:1001 /src/file && stat -c %u:%g /src/file"))
                .isEqualTo("1000:1001");
        assertThat(Files.getOwner(work.resolve("file"))).isEqualTo(Files.getOwner(work));
    }

    @Test
    void anotherFolderIsSharedAtOnceAndGoneAtOnce(Wherry wherry) throws Exception {
        Files.writeString(folder.resolve("file"), "content");
        wherry.run("share", "add", folder.toString());
        awaitMounted(wherry, folder);
        assertThat(inContainer(wherry, folder, "cat /src/file")).isEqualTo("content");

        wherry.run("share", "add", "--read-only", folder.toString());
        awaitMounted(wherry, folder);
        Command.Result refused = wherry.docker("run", "--rm", "-v", folder + ":/src", Containers.SHELL, "sh", "-c",
                "cat /src/file; echo x > /src/new").run();
        assertThat(refused.stdout()).isEqualTo("content");
        assertThat(refused.stderr()).contains("Read-only file system");

        wherry.run("share", "remove", folder.toString());
        assertThat(wherry.run("share", "list")).isEqualTo(wherry.userHome().toString());
        assertThat(wherry.inGuest("cat '" + folder + "/file' 2>&1 || true")).contains("No such file");
        assertThat(folder.resolve("file")).hasContent("content");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aLostSessionAndARebootBringTheShareBack(Wherry wherry) throws Exception {
        Path work = wherry.newFolder("kept");
        Files.writeString(work.resolve("file"), "still here");
        wherry.wherry("ssh", "kill -9 $PPID").run();
        awaitContent(wherry, work);
        String before = wherry.inGuest(BOOT);
        wherry.wherry("ssh", "reboot").run();
        await().atMost(LATER).until(() -> {
            Command.Result now = wherry.wherry("ssh", BOOT).run();
            return now.exitCode() == 0 && !now.stdout().strip().equals(before);
        });
        awaitContent(wherry, work);
        await().atMost(LATER).until(() -> wherry.docker("version").run().exitCode() == 0);
        assertThat(inContainer(wherry, work, "cat /src/file")).isEqualTo("still here");
    }

    @Test
    void aContainerKeepsTheShareWhenTheAgentIsKilledAndTheConnectionLost(Wherry wherry) throws Exception {
        Path work = wherry.newFolder("outlives");
        Path file = Files.writeString(work.resolve("file"), "before");
        String container = wherry
                .docker("run", "-d", "-v", work + ":/src", "-w", "/src", Containers.SHELL, "sleep", "600")
                .run().succeeded();
        try {
            Wherry.kill(wherry.agent().orElseThrow());
            // Nobody serves it: a program waits for the next agent.
            Files.writeString(file, "by the next agent");
            wherry.run("up");
            assertThat(wherry.docker("exec", container, "sh", "-c", "cat file && echo answered >answer").run()
                    .succeeded()).isEqualTo("by the next agent");
            assertThat(work.resolve("answer")).hasContent("answered");
            wherry.wherry("ssh", "kill -9 $PPID").run();
            Files.writeString(file, "over another connection");
            await().atMost(SOON).until(() -> wherry.docker("exec", container, "cat", "file").run().stdout(),
                    "over another connection"::equals);
        } finally {
            wherry.docker("rm", "-f", container).run();
        }
    }

    @Test
    void noContainerGetsToTheServerOfShares(Wherry wherry) throws Exception {
        String port = wherry.inGuest("iptables-save -t nat | sed -n 's/.*10.0.2.4.*10.0.2.2:\\([0-9]*\\)$/\\1/p'");
        String server = "nc -w 3 10.0.2.2 " + port + " </dev/null";
        String share = "nc -w 3 10.0.2.4 22 </dev/null";
        assertThat(wherry.wherry("ssh", server).run().exitCode()).isZero();
        assertThat(wherry.wherry("ssh", share).run().exitCode()).isZero();
        assertThat(inNetwork(wherry, "bridge", server)).isEqualTo(1);
        assertThat(inNetwork(wherry, "host", server)).isEqualTo(1);
        assertThat(inNetwork(wherry, "host", share)).isEqualTo(1);
    }

    private static int inNetwork(Wherry wherry, String network, String line) throws Exception {
        return wherry.docker("run", "--rm", "--network", network, Containers.SHELL, "sh", "-c", line).run().exitCode();
    }

    @Test
    void belowAShareThatIsNotMountedNothingCanBeWritten(Wherry wherry) throws Exception {
        wherry.run("share", "add", folder.toString());
        awaitMounted(wherry, folder);
        Files.delete(folder);
        wherry.wherry("ssh", "killall -9 sshfs").run();
        await().atMost(SOON).until(() -> share(wherry, folder).path("problem").asText().contains("is not there"));
        assertThat(wherry.inGuest("touch '" + folder + "/x' 2>&1 || true")).contains("Read-only file system");
        assertThat(wherry.run("status")).contains(folder + "  PROBLEM: " + folder + " is not there (");
        Files.createDirectory(folder);
        awaitMounted(wherry, folder);
        wherry.run("share", "remove", folder.toString());
    }

    @Test
    void aChangeOnTheHostWakesAWatcherInAContainer(Wherry wherry) throws Exception {
        Path work = wherry.newFolder("it's watched");
        Path file = Files.writeString(work.resolve("page"), "0");
        String watcher = wherry.docker("run", "-d", "-v", work + ":/src", "-v", inotifywait(wherry) + ":/tool",
                Containers.SHELL, "/tool/ld-linux-x86-64.so.2", "--library-path", "/tool", "/tool/inotifywait", "-m",
                "-e", "modify", "/src").run().succeeded();
        try {
            await().atMost(LATER).until(() -> {
                Files.writeString(file, String.valueOf(System.nanoTime()));
                return wherry.docker("logs", watcher).run().stdout().contains("page");
            });
            Files.writeString(file, "last");
            await().atMost(SOON).until(() -> wherry.docker("exec", watcher, "cat", "/src/page").run().stdout(),
                    "last"::equals);
            assertThat(file).hasContent("last");
        } finally {
            wherry.docker("rm", "-f", watcher).run();
        }
    }

    @Test
    void whatCannotBeSharedIsNamedAndTheRestGoesOn(Wherry wherry) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Command.Result refused = wherry.wherry("share", "add", file.toString()).run();
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.stderr()).contains("\"" + file + "\" is not a folder");

        Path inner = wherry.newFolder("inner");
        wherry.run("config", "set", "shares.\"" + inner + "\"", "ro");
        await().atMost(SOON).until(() -> share(wherry, inner).path("problem").asText()
                .startsWith(inner + " lies in " + wherry.userHome() + ", which is shared already (" + wherry.config()
                        + ":"));
        assertThat(share(wherry, wherry.userHome()).path("mounted").asBoolean()).isTrue();
        wherry.run("share", "remove", inner.toString());
    }

    // The program of Debian's inotify-tools, with what it is linked to: a folder that a container can use.
    private static Path inotifywait(Wherry wherry) throws Exception {
        Path tool = wherry.newFolder("tool");
        for (String file : List.of("/usr/bin/inotifywait", "/lib/x86_64-linux-gnu/libinotifytools.so.0",
                "/lib/x86_64-linux-gnu/libc.so.6", "/lib64/ld-linux-x86-64.so.2")) {
            Path from = Path.of(file);
            Files.copy(from, tool.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return tool;
    }

    private static String inContainer(Wherry wherry, Path folder, String line) throws Exception {
        return wherry.docker("run", "--rm", "-v", folder + ":/src", Containers.SHELL, "sh", "-c", line).run()
                .succeeded();
    }

    private static void awaitContent(Wherry wherry, Path work) {
        await().atMost(LATER).until(
                () -> wherry.wherry("ssh", "cat \"" + work + "/file\"").run().stdout().equals("still here"));
    }

    private static void awaitMounted(Wherry wherry, Path folder) {
        await().atMost(SOON).until(() -> share(wherry, folder).path("mounted").asBoolean());
    }

    private static JsonNode share(Wherry wherry, Path folder) throws Exception {
        for (JsonNode share : wherry.status().path("shares")) {
            if (share.path("folder").asText().equals(folder.toString())) {
                return share;
            }
        }
        throw new AssertionError(folder + " is not among the shares");
    }
}
