// The certificates that a Linux system trusts.
package dev.wherry.engine.host.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

import dev.wherry.engine.host.CertificateText;
import dev.wherry.engine.host.TrustedRoots;

/** Reads the one file into which every distribution gathers them, wherever it does. */
public final class BundleRoots implements TrustedRoots {

    /** Debian and Arch; Fedora and its kin; openSUSE; Alpine. Where there are several, they hold the same. */
    private static final List<Path> PLACES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private final List<Path> places;

    /** Of the system that this runs on. */
    public BundleRoots() {
        this(PLACES);
    }

    BundleRoots(List<Path> places) {
        this.places = List.copyOf(places);
    }

    @Override
    public List<X509Certificate> all() throws IOException {
        for (Path place : places) {
            if (Files.isReadable(place)) {
                try {
                    return CertificateText.read(Files.readAllBytes(place));
                } catch (CertificateException e) {
                    throw new IOException("Tried to read the system's certificates from " + place
                            + " but failed because " + e.getMessage(), e);
                }
            }
        }
        return List.of();
    }
}
