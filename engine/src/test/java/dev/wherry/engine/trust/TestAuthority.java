// A certificate authority of a test's own.
package dev.wherry.engine.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes certificates by openssl.
 *
 * @param folder where its files are
 * @param name   its own name
 */
public record TestAuthority(Path folder, String name) {

    private static final List<String> NEW_KEY = List.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
            "ec_paramgen_curve:P-256", "-nodes", "-days", "2");

    /** A new authority in {@code folder}, which exists. */
    public static TestAuthority create(Path folder, String name) throws IOException, InterruptedException {
        TestAuthority authority = new TestAuthority(folder, name);
        openssl(List.of("-subj", "/CN=" + name, "-keyout", authority.file("ca.key").toString(), "-out",
                authority.certificate().toString()));
        return authority;
    }

    /** Its own certificate, in PEM. */
    public Path certificate() {
        return file("ca.pem");
    }

    /** Makes the certificate {@code server.pem} and its key {@code server.key} for names such as {@code DNS:a} and {@code IP:b}. */
    public void issue(String... names) throws IOException, InterruptedException {
        openssl(List.of("-subj", "/CN=server", "-CA", certificate().toString(), "-CAkey", file("ca.key").toString(),
                "-addext", "subjectAltName=" + String.join(",", names), "-addext", "basicConstraints=critical,CA:FALSE",
                "-keyout", file("server.key").toString(), "-out", file("server.pem").toString()));
    }

    /** The file {@code name} in its folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    private static void openssl(List<String> options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(NEW_KEY);
        line.addAll(options);
        Path log = Files.createTempFile("openssl", ".log");
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            if (process.waitFor() != 0) {
                throw new AssertionError(Files.readString(log));
            }
        } finally {
            Files.delete(log);
        }
    }
}
