// What the guest is given over SSH while its engine starts.
package dev.wherry.engine.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wherry.engine.guest.ExitStatus;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.guest.GuestCommand;
import dev.wherry.engine.guest.GuestCommands;
import dev.wherry.engine.guest.GuestProcess;
import dev.wherry.engine.host.network.HostNetwork;
import dev.wherry.engine.proxy.Proxies;
import dev.wherry.engine.trust.CertificateFolder;
import dev.wherry.engine.trust.RootBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the guest what is too much for fw_cfg, where reading takes time with the square of the size (decision 0711). None of it
 * decides whether the machine works, so that a failure is logged and nothing more.
 */
final class HandOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Last of all, so that it marks a guest that has everything. */
    private static final String ROOTS = "/run/wherry/roots";
    private static final String CLIENT = "/run/home/.docker/config.json";

    private final Guest guest;
    private final Path certificates;

    /** To {@code guest}, with the user's folder {@code certificates}. */
    HandOver(Guest guest, Path certificates) {
        this.guest = guest;
        this.certificates = certificates;
    }

    /** Whether the guest has been given everything since it booted; also when it cannot be asked. */
    boolean isDone() throws InterruptedException {
        try {
            return GuestCommands.run(guest, "[ -e " + ROOTS + " ] || echo missing", PATIENCE).isEmpty();
        } catch (IOException e) {
            LOG.warn("The guest cannot be asked which certificates it has: {}", e.getMessage());
            return true;
        }
    }

    /**
     * Adds this computer's certificates and the user's to those that programs in the guest trust. The engine reads them when it
     * first speaks to a registry, which nobody can ask it for as yet.
     */
    void roots() throws InterruptedException {
        RootBundle bundle = RootBundle.of(HostNetwork.ofHost().roots(), new CertificateFolder(certificates));
        bundle.problems().forEach(problem -> LOG.warn("Certificates: {}", problem));
        give("certificates", bundle.pem(), ROOTS,
                "cat %1$s.new >>/etc/ssl/certs/ca-certificates.crt && mv %1$s.new %1$s");
    }

    /** Lets the guest's docker client give the proxies to what it builds and runs. */
    void clientProxies(Proxies proxies) throws InterruptedException {
        if (!proxies.isEmpty()) {
            give("proxies of the docker client", clientConfig(proxies), CLIENT, "mv %1$s.new %1$s");
        }
    }

    private static byte[] clientConfig(Proxies proxies) {
        Map<String, String> names = Map.of("HTTP_PROXY", "httpProxy", "HTTPS_PROXY", "httpsProxy", "NO_PROXY",
                "noProxy");
        ObjectNode config = JSON.createObjectNode();
        ObjectNode values = config.putObject("proxies").putObject("default");
        proxies.inGuest().forEach((variable, value) -> values.put(names.get(variable), value));
        return config.toString().getBytes(UTF_8);
    }

    // What was cut off by a lost connection is not taken.
    private void give(String what, byte[] content, String file, String then) throws InterruptedException {
        String line = ("umask 077; mkdir -p %2$s; cat >%1$s.new; [ $(wc -c <%1$s.new) = %3$d ] && { " + then + "; }")
                .formatted(file, file.substring(0, file.lastIndexOf('/')), content.length);
        try (GuestProcess process = guest.start(GuestCommand.of(line))) {
            try (OutputStream in = process.stdin()) {
                in.write(content);
            }
            ExitStatus end = process.waitFor(PATIENCE);
            if (end.code() != 0) {
                throw new IOException("it ended with code " + end.code());
            }
        } catch (IOException e) {
            LOG.warn("Tried to give the guest the {} but failed because {}", what, e.getMessage());
        }
    }
}
