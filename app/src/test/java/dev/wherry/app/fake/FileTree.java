// The files of a container that is not there.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jspecify.annotations.Nullable;

/** Files, folders and links by absolute path; a folder's path has no slash at its end, and the root's is empty. */
final class FileTree {

    /**
     * A file.
     *
     * @param mode    permission bits
     * @param content null for a folder
     * @param link    where a symbolic link leads; null when it is none
     */
    record Node(int mode, byte @Nullable [] content, @Nullable String link, Instant changed) {

        boolean isFolder() {
            return content == null && link == null;
        }

        long size() {
            return content == null ? 4096 : content.length;
        }
    }

    private static final Instant CHANGED = Instant.parse("2026-01-02T03:04:05Z");

    private final Map<String, Node> nodes = new ConcurrentSkipListMap<>();
    private final Map<String, FileTree> mounts = new ConcurrentSkipListMap<>();

    /** A small tree like that of most images. */
    static FileTree ofContainer(String name) {
        FileTree tree = new FileTree();
        for (String folder : new String[]{"", "/app", "/app/config", "/bin", "/etc", "/home", "/root", "/tmp", "/usr",
                "/usr/bin", "/var", "/var/log"}) {
            tree.put(folder, new Node(0755, null, null, CHANGED));
        }
        tree.file("/etc/hostname", name + "\n");
        tree.file("/etc/os-release", "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.20.3\n");
        tree.file("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
        tree.file("/app/config/settings.yaml", "workers: 4\nlog: info\n");
        tree.file("/app/README.md", "# " + name + "\n\nNothing to see here.\n");
        tree.file("/var/log/app.log", "started\n".repeat(2000));
        tree.put("/bin/sh", new Node(0777, null, "/bin/busybox", CHANGED));
        tree.put("/bin/busybox", new Node(0755, new byte[808_712], null, CHANGED));
        return tree;
    }

    void file(String path, String content) {
        put(path, new Node(0644, content.getBytes(UTF_8), null, CHANGED));
    }

    /** What a volume holds that somebody uses. */
    static FileTree ofVolume(String name) {
        FileTree tree = new FileTree();
        tree.put("", new Node(0755, null, null, CHANGED));
        tree.put("/base", new Node(0700, null, null, CHANGED));
        tree.file("/VERSION", "16\n");
        tree.file("/base/data.bin", name.repeat(500));
        return tree;
    }

    /** Lets {@code other} be seen at {@code path}. */
    void mount(String path, FileTree other) {
        mounts.put(normal(path), other);
    }

    void put(String path, Node node) {
        Map.Entry<String, FileTree> mount = mountOf(path);
        if (mount == null) {
            nodes.put(path, node);
        } else {
            mount.getValue().put(path.substring(mount.getKey().length()), node);
        }
    }

    @Nullable
    Node get(String path) {
        Map.Entry<String, FileTree> mount = mountOf(path);
        return mount == null ? nodes.get(path) : mount.getValue().get(path.substring(mount.getKey().length()));
    }

    private Map.@Nullable Entry<String, FileTree> mountOf(String path) {
        return mounts.entrySet().stream().filter(mount -> isWithin(path, mount.getKey())).findFirst().orElse(null);
    }

    private static boolean isWithin(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** {@code path} and everything below it, folders before what is in them. */
    SortedMap<String, Node> below(String path) {
        SortedMap<String, Node> found = new TreeMap<>(nodes);
        found.keySet().removeIf(other -> mountOf(other) != null);
        mounts.forEach((mount, tree) -> tree.nodes.forEach((other, node) -> found.put(mount + other, node)));
        found.keySet().removeIf(other -> !isWithin(other, path));
        return found;
    }

    /** {@code path} without "." and without a slash at its end. */
    static String normal(String path) {
        String absolute = ("/" + path).replaceAll("/(\\./)+", "/").replaceAll("/+", "/");
        return absolute.replaceFirst("/\\.?$", "");
    }
}
