// The peer of our forwards: OpenSSH's own.
package dev.wherry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An {@code ssh -L} into the guest, with the cipher that Wherry uses. */
final class Tunnel implements AutoCloseable {

    private final Process ssh;

    private Tunnel(Process ssh) {
        this.ssh = ssh;
    }

    /**
     * Begins to forward, and returns when {@code socket} is there: ssh opens it once it has logged in, together with its ports.
     *
     * @param ports forwards of TCP ports, as {@code -L} takes them
     */
    static Tunnel open(Rig rig, Path socket, List<String> ports) throws IOException, InterruptedException {
        String log = rig.home().resolve("ssh.log").toString();
        List<String> options = new ArrayList<>(List.of("-N", "-E", log, "-o", "ExitOnForwardFailure=yes", "-L",
                socket + ":/run/docker.sock"));
        ports.forEach(port -> options.addAll(List.of("-L", port)));
        Process ssh = Command.in(rig.home(), OpenSsh.line(rig, options)).start();
        long end = System.nanoTime() + 30_000_000_000L;
        while (!Files.exists(socket)) {
            if (!ssh.isAlive() || System.nanoTime() > end) {
                ssh.destroyForcibly();
                throw new IOException("ssh does not forward: " + Files.readString(Path.of(log)));
            }
            Thread.sleep(20);
        }
        return new Tunnel(ssh);
    }

    @Override
    public void close() {
        ssh.destroy();
    }
}
