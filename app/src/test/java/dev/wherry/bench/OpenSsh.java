// The peer of what we do over SSH: OpenSSH's own client.
package dev.wherry.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code ssh} into the guest with Wherry's key and cipher, and without any file of the user's. */
final class OpenSsh {

    private OpenSsh() {
    }

    /** The command line with these options, up to what is to be run. */
    static List<String> line(Rig rig, List<String> options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("ssh", "-F", "none", "-p", rig.status().at("/vm/sshPort").asText(),
                "-i", rig.clientKey().toString(), "-c", "aes128-gcm@openssh.com", "-o", "LogLevel=ERROR",
                "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"));
        line.addAll(options);
        line.add("root@127.0.0.1");
        return line;
    }
}
