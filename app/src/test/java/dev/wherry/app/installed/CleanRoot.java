// A minimal Debian to install packages into.
package dev.wherry.app.installed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import dev.wherry.app.process.RunningProgram;

/**
 * A root folder with namespaces of its own for mounts and processes: closing it ends whatever was started in it. The network is
 * this computer's. Only root can make one.
 */
final class CleanRoot implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final Path folder;
    private final RunningProgram holder;

    /** Somebody who works in it. */
    enum User {
        ROOT("root", "/root"),
        ALICE("alice", "/home/alice");

        private final String user;
        private final String home;

        User(String user, String home) {
            this.user = user;
            this.home = home;
        }
    }

    /** With what the .deb depends on, but without it. */
    CleanRoot(Packages packages) throws Exception {
        Path made = packages.folder();
        String tar = run(List.of(made.resolveSibling("linux/clean-root").toString(), packages.deb().toString(),
                made.resolve("clean-root").toString())).strip();
        folder = Files.createTempDirectory("root");
        run(List.of("tar", "--extract", "--numeric-owner", "--directory", folder.toString(), "--file", tar));
        run(List.of("cp", "--dereference", "/etc/resolv.conf", folder.resolve("etc").toString()));
        // Bound to itself, the folder is a file system with free space, as every root is.
        String mounts = "mount --bind \"$0\" \"$0\" && mount -t proc proc \"$0/proc\" && mount --rbind /dev \"$0/dev\"";
        holder = RunningProgram.service(Map.of(), List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh",
                "-c", mounts + " && echo ready && exec sleep infinity", folder.toString()));
        await().atMost(Duration.ofSeconds(30)).until(() -> holder.output().contains("ready"));
    }

    /** Runs a shell command that should succeed, and returns what it printed. */
    String run(User user, String command) throws IOException, InterruptedException {
        return run(line(user, command));
    }

    /** Starts a shell command. */
    RunningProgram start(User user, String command) throws IOException {
        return RunningProgram.service(Map.of(), line(user, command));
    }

    private List<String> line(User user, String command) {
        long inside = ProcessHandle.of(holder.pid()).orElseThrow().children().findFirst().orElseThrow().pid();
        return new ArrayList<>(List.of("nsenter", "--target", Long.toString(inside), "--mount", "--pid", "chroot",
                "--userspec=" + user.user + ":" + user.user, folder.toString(), "env", "-i", "HOME=" + user.home,
                "USER=" + user.user, "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive",
                "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "sh", "-c", command));
    }

    /** Where {@code path} is as seen from outside. */
    Path outside(String path) {
        return folder.resolve(path.substring(1));
    }

    /** Every file and folder there is, but for what package managers and linkers keep of any package. */
    Set<String> files() throws IOException, InterruptedException {
        String all = run(User.ROOT, "find / -xdev \\( -path /var/lib/dpkg -o -path /var/lib/apt -o -path /var/cache/apt"
                + " -o -path /var/log -o -path /var/cache/ldconfig -o -path /var/cache/debconf \\) -prune -o -print");
        return new TreeSet<>(all.lines().toList());
    }

    private static String run(List<String> line) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", null);
        Path err = Files.createTempFile("err", null);
        try {
            Process process = new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(line.getLast() + " did not end within " + DEADLINE.toMinutes() + " minutes");
            }
            assertThat(process.exitValue()).as("%s: %s%s", line.getLast(), Files.readString(out), Files.readString(err))
                    .isZero();
            return Files.readString(out, UTF_8);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // The first process of the namespace goes with it, and with that one all others.
        holder.kill();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            run(List.of("rm", "-rf", "--one-file-system", folder.toString()));
            return true;
        });
    }
}
