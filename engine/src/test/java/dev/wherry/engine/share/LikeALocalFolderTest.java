// A share against a folder of the host's own file system: the same thousands of random steps, the same results.
package dev.wherry.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("dev.wherry.engine.share.MountedShare#isPossible")
class LikeALocalFolderTest {

    private static final int STEPS = 1500;
    private static final int LARGE = 300_000;
    private static final String[] NAMES = {"a", "b", "c", "d"};

    @TempDir
    private Path folder;

    private interface Step {
        void in(Path top) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomStepsEndAlike(long seed) throws Exception {
        Path host = Files.createDirectory(folder.resolve("host"));
        Path there = Files.createDirectory(folder.resolve("there"));
        Path model = Files.createDirectory(folder.resolve("model"));
        Random random = new Random(seed);
        try (MountedShare mounted = new MountedShare(host, there, false)) {
            for (int i = 0; i < STEPS; i++) {
                String[] name = new String[1];
                Step step = next(random, name);
                boolean expected = succeeds(step, model);
                assertThat(succeeds(step, mounted.place())).as("step %d of seed %d: %s", i, seed, name[0])
                        .isEqualTo(expected);
            }
            assertThat(tree(mounted.place())).isEqualTo(tree(model));
        }
        assertThat(tree(host)).isEqualTo(tree(model));
    }

    private static boolean succeeds(Step step, Path top) {
        try {
            step.in(top);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Step next(Random random, String[] name) {
        String one = path(random);
        String other = path(random);
        int length = random.nextInt(random.nextInt(LARGE) + 1);
        int offset = random.nextInt(LARGE);
        byte fill = (byte) random.nextInt();
        int choice = random.nextInt(11);
        name[0] = choice + " " + one + " " + other + " " + offset + "+" + length;
        return switch (choice) {
            case 0, 1 -> top -> write(top.resolve(one), offset, bytes(length, fill));
            case 2 -> top -> Files.write(top.resolve(one), bytes(length, fill), StandardOpenOption.APPEND);
            case 3 -> top -> resize(top.resolve(one), offset);
            case 4 -> top -> Files.move(top.resolve(one), top.resolve(other), StandardCopyOption.ATOMIC_MOVE);
            case 5 -> top -> Files.delete(top.resolve(one));
            case 6 -> top -> Files.createDirectory(top.resolve(one));
            case 7 -> top -> {
                if (Files.isSymbolicLink(top.resolve(other))) {
                    throw new IOException("a share has no second names for links");
                }
                Files.createLink(top.resolve(one), top.resolve(other));
            };
            case 8 -> top -> Files.createSymbolicLink(top.resolve(one), Path.of(other));
            case 9 -> top -> {
                if (Files.isSymbolicLink(top.resolve(one))) {
                    throw new IOException("a link has no mode");
                }
                Files.setPosixFilePermissions(top.resolve(one),
                        PosixFilePermissions.fromString(length % 2 == 0 ? "rwxr-x---" : "rw-rw-r--"));
            };
            default -> top -> Files.write(top.resolve(one), bytes(length, fill), StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        };
    }

    // Two levels, so that folders are moved with what is in them.
    private static String path(Random random) {
        String name = NAMES[random.nextInt(NAMES.length)];
        return random.nextInt(3) == 0 ? name + "/" + NAMES[random.nextInt(NAMES.length)] : name;
    }

    private static byte[] bytes(int length, byte fill) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, fill);
        return bytes;
    }

    private static void write(Path file, long offset, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), offset);
        }
    }

    private static void resize(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    /** Every path below {@code top}, with all that can be told of it. */
    private static SortedMap<String, String> tree(Path top) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.filter(each -> !each.equals(top)).toList()) {
                tree.put(top.relativize(path).toString(), described(path));
            }
        }
        return tree;
    }

    private static String described(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        if (Files.isDirectory(path)) {
            return mode + " folder";
        }
        byte[] content = Files.readAllBytes(path);
        return mode + " " + content.length + " bytes, hash " + Arrays.hashCode(content);
    }
}
