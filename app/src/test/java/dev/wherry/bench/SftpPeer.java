// The peer of our shared folders: OpenSSH's client and SFTP server.
package dev.wherry.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The whole host, mounted in the guest by {@code ssh} and {@code sftp-server}, joined by two pipes. */
final class SftpPeer implements AutoCloseable {

    private static final String SERVER = "/usr/lib/openssh/sftp-server";
    /** As our shares are mounted, but for the way to the host. */
    private static final String OPTIONS = "passive,allow_other,no_contain_symlinks,auto_cache,dcache_timeout=2,dcache_max_size=100000";

    private final Process joined;

    private SftpPeer(Process joined) {
        this.joined = joined;
    }

    /** Mounts the host's root at {@code place}, as the guest mounts our shares. */
    static SftpPeer mount(Rig rig, String place) throws IOException, InterruptedException {
        rig.wherry("ssh", "mkdir -p " + place);
        Path pipe = rig.home().resolve("sftp.pipe");
        Command.run(rig.home(), List.of("mkfifo", pipe.toString()));
        String ssh = String.join(" ", OpenSsh.line(rig, List.of())) + " sshfs -f -o " + OPTIONS + " :/ " + place;
        Process joined = Command.in(rig.home(),
                List.of("sh", "-c", SERVER + " < " + pipe + " | " + ssh + " > " + pipe + " 2> "
                        + rig.home().resolve("sftp.log")))
                .start();
        rig.wherry("ssh", "until [ -d " + place + rig.home() + " ]; do sleep 0.1; done");
        return new SftpPeer(joined);
    }

    @Override
    public void close() {
        joined.descendants().forEach(ProcessHandle::destroy);
        joined.destroy();
    }
}
