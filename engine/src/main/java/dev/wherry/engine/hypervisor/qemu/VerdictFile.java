// Remembers what trying out accelerators has shown, so that it happens once a boot and not at every start.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.host.PrivateFiles;
import dev.wherry.engine.hypervisor.Accelerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verdicts of the host's current boot, in a JSON file. A file that cannot be read or written costs a probe, no more. */
final class VerdictFile {

    private static final Logger LOG = LoggerFactory.getLogger(VerdictFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Verdict>> VERDICTS = new TypeReference<>() {
    };

    private final Path file;
    private final String bootId;

    VerdictFile(Path file, String bootId) {
        this.file = file;
        this.bootId = bootId;
    }

    /** What a verdict depends on: the boot of the host, this QEMU, the accelerator and the very kernel. */
    String key(QemuInstallation qemu, Accelerator accelerator, Path kernel) throws IOException {
        return String.join("|", bootId, qemu.executable().toString(), qemu.version().toString(), accelerator.name(),
                sha256(kernel));
    }

    Optional<Verdict> find(String key) {
        return Optional.ofNullable(read().get(key));
    }

    void put(String key, Verdict verdict) {
        Map<String, Verdict> verdicts = new TreeMap<>(read());
        verdicts.keySet().removeIf(known -> !known.startsWith(bootId + "|"));
        verdicts.put(key, verdict);
        try {
            PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(verdicts));
        } catch (IOException e) {
            LOG.warn("The verdict on an accelerator could not be stored in {}; it will be probed again", file, e);
        }
    }

    private Map<String, Verdict> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(file.toFile(), VERDICTS);
        } catch (IOException e) {
            LOG.warn("{} cannot be read and is written anew", file, e);
            return Map.of();
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("Every Java has SHA-256", e));
        }
    }
}
