// What programs on the other side of a share see: through the real sshfs.
package dev.wherry.engine.share;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.wherry.engine.share.MountedShare#isPossible")
class MountedShareTest {

    private static final int MANY = 2000;

    @TempDir
    private Path folder;
    private Path host;
    private Path there;
    private MountedShare mounted;

    @BeforeEach
    void mount() throws IOException {
        host = Files.createDirectory(folder.resolve("host"));
        there = Files.createDirectory(folder.resolve("there"));
        mounted = new MountedShare(host, there, false);
    }

    @AfterEach
    void unmount() throws IOException {
        mounted.close();
    }

    @Test
    void whatEitherSideWritesTheOtherReads() throws Exception {
        Files.writeString(host.resolve("from-host"), "hello");
        Files.writeString(there.resolve("from-guest"), "ahoy");
        assertThat(there.resolve("from-host")).hasContent("hello");
        assertThat(host.resolve("from-guest")).hasContent("ahoy");
    }

    @Test
    void aFileIsRenamedOverAnother() throws Exception {
        Files.writeString(there.resolve("old"), "old");
        Files.writeString(there.resolve("new"), "new");
        Files.move(there.resolve("new"), there.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(host.resolve("old")).hasContent("new");
        assertThat(host).isDirectoryNotContaining(path -> path.endsWith("new"));
    }

    @Test
    void aFileThatIsRemovedWhileOpenCanStillBeReadAndWritten() throws Exception {
        Path file = Files.writeString(there.resolve("file"), "before");
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Files.delete(file);
            assertThat(file).doesNotExist();
            open.write(UTF_8.encode(", after"), 6);
            ByteBuffer read = ByteBuffer.allocate(20);
            open.read(read, 0);
            assertThat(new String(read.array(), 0, read.position(), UTF_8)).isEqualTo("before, after");
        }
        // What sshfs keeps it under goes with the last close, which nobody waits for.
        await().untilAsserted(() -> assertThat(host).isEmptyDirectory());
    }

    @Test
    void aFileIsAppendedToCutAndGrownByAHole() throws Exception {
        Path file = Files.writeString(there.resolve("file"), "one");
        Files.writeString(file, "two", StandardOpenOption.APPEND);
        assertThat(host.resolve("file")).hasContent("onetwo");
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.truncate(2);
            open.write(UTF_8.encode("!"), 1 << 20);
        }
        byte[] now = Files.readAllBytes(host.resolve("file"));
        assertThat(now).hasSize((1 << 20) + 1).startsWith('o', 'n', 0, 0).endsWith(0, 0, '!');
    }

    @Test
    void aFileMayBeLargerThanFourGigabytesAndHasHoles() throws Exception {
        long far = 5L << 30;
        try (FileChannel open = FileChannel.open(there.resolve("large"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            open.write(UTF_8.encode("end"), far);
        }
        assertThat(host.resolve("large")).hasSize(far + 3);
        assertThat(there.resolve("large")).hasSize(far + 3);
        try (FileChannel open = FileChannel.open(there.resolve("large"))) {
            ByteBuffer read = ByteBuffer.allocate(3);
            open.read(read, far);
            assertThat(read.array()).isEqualTo("end".getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "line\nbreak", "tab\tand 'quotes' \"all\"", "grüße", "日本語", "back\\slash",
            "-rf", "*",
            "%41", "C:"})
    void namesAreWhatTheyAre(String name) throws Exception {
        Files.writeString(there.resolve(name), "content");
        assertThat(host.resolve(name)).hasContent("content");
        assertThat(namesIn(there)).containsExactly(name);
    }

    @Test
    void namesOfAnyBytesTravelBothWays() throws Exception {
        shell("cd '" + there + "' && printf x > \"$(printf 'caf\\351\\377')\" && ln -s \"$(printf '\\351/..')\" link");
        shell("cd '" + host
                + "' && test -f \"$(printf 'caf\\351\\377')\" && test \"$(readlink link)\" = \"$(printf '\\351/..')\"");
        shell("cd '" + there + "' && test \"$(ls | head -n 1)\" = \"$(printf 'caf\\351\\377')\""
                + " && test \"$(readlink link)\" = \"$(printf '\\351/..')\" && rm caf*");
        assertThat(namesIn(host)).containsExactly("link");
    }

    @Test
    void linksKeepTheirTargetsAndHardLinksShareTheirContent() throws Exception {
        Files.writeString(there.resolve("file"), "content");
        Files.createSymbolicLink(there.resolve("near"), Path.of("file"));
        Files.createSymbolicLink(there.resolve("far"), Path.of("/nowhere/at all"));
        Files.createLink(there.resolve("hard"), there.resolve("file"));
        assertThat(there.resolve("near")).hasContent("content");
        assertThat(Files.readSymbolicLink(there.resolve("far"))).isEqualTo(Path.of("/nowhere/at all"));
        assertThat(Files.readSymbolicLink(host.resolve("far"))).isEqualTo(Path.of("/nowhere/at all"));
        Files.writeString(there.resolve("hard"), "changed");
        assertThat(host.resolve("file")).hasContent("changed");
    }

    @Test
    void modesAndTimesAreKept() throws Exception {
        Path file = Files.writeString(there.resolve("script"), "#!/bin/sh\nexit 7\n");
        shell("chmod 4751 '" + file + "' && test \"$(stat -c %a '" + host.resolve("script") + "')\" = 4751");
        FileTime time = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
        Files.setLastModifiedTime(file, time);
        assertThat(Files.getLastModifiedTime(host.resolve("script"))).isEqualTo(time);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        assertThat(run(file.toString())).isEqualTo(7);
    }

    @Test
    void anOwnerThatTheGuestGivesIsRememberedAndTheHostsOwnStays() throws Exception {
        Path file = Files.writeString(there.resolve("file"), "");
        Object before = Files.getOwner(host.resolve("file"));
        assertThat(owner(file)).isEqualTo("0:0");
        shell("chown 1000:1001 '" + file + "'");
        assertThat(owner(file)).isEqualTo("1000:1001");
        shell("chgrp 7 '" + file + "'");
        assertThat(owner(file)).isEqualTo("1000:7");
        assertThat(Files.getOwner(host.resolve("file"))).isEqualTo(before);
        mounted.close();
        mounted = new MountedShare(host, there, false);
        assertThat(owner(file)).isEqualTo("1000:7");
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() throws Exception {
        Path full = Files.createDirectory(there.resolve("full"));
        Files.writeString(full.resolve("file"), "");
        assertThatThrownBy(() -> Files.delete(full)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Files.createDirectory(full)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> Files.readString(there.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Files.readString(full.resolve("file/below"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Files.writeString(full.resolve("file"), "", StandardOpenOption.CREATE_NEW))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(full.resolve("file")).exists();
    }

    @Test
    void twoThousandFilesMayBeOpenAtOnce() throws Exception {
        List<FileChannel> open = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                open.add(FileChannel.open(there.resolve("file" + i), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE));
            }
            for (int i = 0; i < MANY; i++) {
                open.get(i).write(UTF_8.encode(Integer.toString(i)));
            }
        } finally {
            for (FileChannel channel : open) {
                channel.close();
            }
        }
        assertThat(namesIn(there)).hasSize(MANY);
        assertThat(host.resolve("file1999")).hasContent("1999");
    }

    @Test
    void aFolderOfTenThousandNamesIsListedWhole() throws Exception {
        List<String> names = IntStream.range(0, 5 * MANY).mapToObj(i -> "a rather long name of a file " + i).toList();
        for (String name : names) {
            Files.createFile(host.resolve(name));
        }
        assertThat(namesIn(there)).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void manyBytesArriveAsTheyWereSent() throws Exception {
        byte[] content = new byte[20 << 20];
        new Random(1).nextBytes(content);
        Files.write(there.resolve("random"), content);
        assertThat(Files.readAllBytes(host.resolve("random"))).isEqualTo(content);
        Files.write(host.resolve("other"), content);
        assertThat(Files.readAllBytes(there.resolve("other"))).isEqualTo(content);
    }

    @Test
    void dfTellsOfTheHostsDisk() throws Exception {
        long total = Files.getFileStore(there).getTotalSpace();
        assertThat(total).isEqualTo(Files.getFileStore(host).getTotalSpace());
    }

    @Test
    void theHostRefusesToChangeAReadOnlyShareEvenThatTheMountWouldAllow() throws Exception {
        mounted.close();
        Files.writeString(host.resolve("file"), "content");
        Files.createDirectory(host.resolve("folder"));
        mounted = new MountedShare(host, there, true);
        assertThat(there.resolve("file")).hasContent("content");
        assertThatThrownBy(() -> Files.writeString(there.resolve("file"), "x"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.writeString(there.resolve("new"), "x"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.delete(there.resolve("file"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.delete(there.resolve("folder"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.createDirectory(there.resolve("d"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.createLink(there.resolve("l"), there.resolve("file")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.createSymbolicLink(there.resolve("l"), Path.of("file")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.move(there.resolve("file"), there.resolve("f"), StandardCopyOption.ATOMIC_MOVE))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.setLastModifiedTime(there.resolve("file"), FileTime.fromMillis(0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(namesIn(host)).containsExactlyInAnyOrder("file", "folder");
        assertThat(host.resolve("file")).hasContent("content");
    }

    @Test
    void aLinkOfTheHostOutOfTheShareLeadsNowhereOnTheHost() throws Exception {
        Path outside = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(host.resolve("link"), Path.of("../secret"));
        // The guest's kernel follows it, and looks in the guest: here that is where the test has put the folder.
        Files.delete(outside);
        assertThat(Files.isSymbolicLink(there.resolve("link"))).isTrue();
        assertThatThrownBy(() -> Files.readString(there.resolve("link"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aPipeOfTheHostHoldsNobodyUp() throws Exception {
        shell("mkfifo '" + host.resolve("pipe") + "'");
        assertThat(Files.readAttributes(there.resolve("pipe"), "*", LinkOption.NOFOLLOW_LINKS))
                .containsEntry("isOther", true);
        Files.writeString(there.resolve("file"), "still served");
        assertThat(host.resolve("file")).hasContent("still served");
    }

    private static String owner(Path file) throws Exception {
        return Files.getAttribute(file, "unix:uid") + ":" + Files.getAttribute(file, "unix:gid");
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Path::getFileName).map(Path::toString).toList();
        }
    }

    private static void shell(String line) throws Exception {
        assertThat(run("/bin/sh", "-c", line)).as(line).isZero();
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
