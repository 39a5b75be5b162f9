// The folder into which a user puts certificates for the guest to trust.
package dev.wherry.engine.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.wherry.engine.host.CertificateText;

/** Files that end in {@code .pem} or {@code .crt}, each with one certificate or several, in PEM or DER. */
public final class CertificateFolder {

    private static final List<String> ENDINGS = List.of(".pem", ".crt");

    private final Path folder;

    /** The folder {@code folder}, which need not exist. */
    public CertificateFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What is in the folder.
     *
     * @param files        how many files could be read
     * @param certificates what they hold
     * @param problems     a sentence for each that could not, naming it
     */
    public record Content(int files, List<X509Certificate> certificates, List<String> problems) {

        public Content {
            certificates = List.copyOf(certificates);
            problems = List.copyOf(problems);
        }
    }

    /** Reads the folder. What cannot be read is left out and named. */
    public Content read() {
        List<X509Certificate> certificates = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int good = 0;
        for (Path file : files(problems)) {
            try {
                certificates.addAll(CertificateText.read(Files.readAllBytes(file)));
                good++;
            } catch (CertificateException e) {
                problems.add(file + " is left out because " + e.getMessage() + ".");
            } catch (IOException e) {
                problems.add(file + " is left out because it cannot be read: " + e + ".");
            }
        }
        return new Content(good, certificates, problems);
    }

    private List<Path> files(List<String> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(CertificateFolder::isNamedSo).filter(file -> !Files.isDirectory(file)).sorted().toList();
        } catch (IOException e) {
            problems.add("The folder " + folder + " is left out because it cannot be read: " + e + ".");
            return List.of();
        }
    }

    private static boolean isNamedSo(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
