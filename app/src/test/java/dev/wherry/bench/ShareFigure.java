// Files of the host, used from the guest.
package dev.wherry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A shared folder against the same mount by the same sshfs with OpenSSH's own server behind it. Each figure is the time that a
 * command in the guest takes by the guest's clock.
 */
final class ShareFigure implements Figure {

    private static final int ROUNDS = 3;
    /** Of what takes a minute and longer each time; that much evens out by itself. */
    private static final int LONG_ROUNDS = 1;
    private static final int FOLDERS = 100;
    private static final int FILES_EACH = 100;
    private static final int TRACKED_EACH = 50;
    private static final int LARGE = 512 << 20;
    private static final int SMALL_FILES = 5000;
    /** Longer than sshfs keeps what it knows. */
    private static final String FORGET = "sleep 3; echo 3 > /proc/sys/vm/drop_caches; ";

    @Override
    public List<Row> measure(Rig rig) throws Exception {
        Path folder = Files.createDirectory(rig.home().resolve("shared"));
        fill(folder);
        rig.wherry("share", "add", folder.toString());
        String peer = "/tmp/peer";
        try (SftpPeer _ = SftpPeer.mount(rig, peer)) {
            String ours = folder.toString();
            String theirs = peer + folder;
            rig.wherry("ssh", "until [ -d " + ours + "/tree ]; do sleep 0.1; done");
            String git = "GIT_OPTIONAL_LOCKS=0 " + ours + "/tool/ld-linux-x86-64.so.2 --library-path " + ours + "/tool "
                    + ours
                    + "/tool/git -C repository -c safe.directory=* status --porcelain";
            return List.of(
                    row(rig, 0.7, "`find`, 10,000 files, cold", ours, theirs, FORGET, "find tree -type f"),
                    row(rig, 0.3, "`find`, 10,000 files, warm", ours, theirs, "find tree -type f > /dev/null; ",
                            "find tree -type f"),
                    row(rig, 0.7, "`du`, 10,000 files, cold", ours, theirs, FORGET, "du -s tree"),
                    row(rig, 0.3, "`du`, 10,000 files, warm", ours, theirs, "du -s tree > /dev/null; ", "du -s tree"),
                    row(rig, 0.7, "`git status`, 5,000 files, cold", ours, theirs, FORGET, git),
                    row(rig, 0.3, "`git status`, 5,000 files, warm", ours, theirs, git + " > /dev/null; ", git),
                    longRow(rig, "read 512 MiB, cold", ours, theirs, FORGET, "cat large"),
                    longRow(rig, "write 512 MiB and fsync", ours, theirs, "rm -f new; ",
                            "dd if=/dev/zero of=new bs=1M count=512 conv=fsync"),
                    longRow(rig, "make 5,000 small files", ours, theirs, "rm -rf many; mkdir many; ",
                            "i=0; while [ $i -lt " + SMALL_FILES + " ]; do echo $i > many/$i; i=$((i+1)); done"));
        }
    }

    private static void fill(Path folder) throws IOException, InterruptedException {
        fill(folder.resolve("tree"), FILES_EACH);
        Files.write(folder.resolve("large"), new byte[LARGE]);
        Path repository = folder.resolve("repository");
        fill(repository, TRACKED_EACH);
        // So that times and sizes are enough to tell that a file is as before, on either way to it.
        Command.run(folder, List.of("sh", "-ec", """
                cd "$0"
                find . -type f -exec touch -d yesterday {} +
                git init -q . && git config core.checkStat minimal && git config core.trustctime false
                git add . && git -c user.name=wherry -c user.email=wherry@localhost commit -qm all
                mkdir ../tool && cp "$(command -v git)" $(ldd "$(command -v git)" | grep -o '/[^ ]*') ../tool
                """, repository.toString()));
    }

    private static void fill(Path tree, int each) throws IOException {
        for (int i = 0; i < FOLDERS; i++) {
            Path inner = Files.createDirectories(tree.resolve("folder" + i));
            for (int j = 0; j < each; j++) {
                Files.writeString(inner.resolve("file" + j + ".txt"), "file " + j);
            }
        }
    }

    private static Row row(Rig rig, double limit, String figure, String ours, String theirs, String before,
            String command) throws Exception {
        return row(rig, ROUNDS, limit, figure, ours, theirs, before, command);
    }

    private static Row longRow(Rig rig, String figure, String ours, String theirs, String before, String command)
            throws Exception {
        return row(rig, LONG_ROUNDS, 0.7, figure, ours, theirs, before, command);
    }

    private static Row row(Rig rig, int rounds, double limit, String figure, String ours, String theirs, String before,
            String command) throws Exception {
        return Row.atMost(limit, "share, " + figure + "; OpenSSH's `sftp-server`", Pair.inTurns(rounds,
                () -> seconds(rig, ours, before, command), () -> seconds(rig, theirs, before, command)), "s");
    }

    private static double seconds(Rig rig, String folder, String before, String command) throws Exception {
        return Double.parseDouble(rig
                .wherry("ssh", "cd " + folder + " && { " + before + "} && begin=$(cat /proc/uptime) && { "
                        + command
                        + "; } > /dev/null 2>&1 && echo \"$(cat /proc/uptime) $begin\" | awk '{ print $1 - $3 }'")
                .strip());
    }
}
