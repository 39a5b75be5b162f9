// All certificates that the guest is to trust besides its own.
package dev.wherry.engine.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.wherry.engine.host.CertificateText;
import dev.wherry.engine.host.TrustedRoots;

/**
 * Certificates for the guest.
 *
 * @param certificates each once
 * @param problems     a sentence for everything that could not be read
 */
public record RootBundle(List<X509Certificate> certificates, List<String> problems) {

    public RootBundle {
        certificates = List.copyOf(certificates);
        problems = List.copyOf(problems);
    }

    /** Those that this computer trusts, and those of the user's folder. */
    public static RootBundle of(TrustedRoots host, CertificateFolder folder) {
        Set<X509Certificate> all = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        try {
            all.addAll(host.all());
        } catch (IOException e) {
            problems.add(e.getMessage() + ".");
        }
        CertificateFolder.Content content = folder.read();
        all.addAll(content.certificates());
        problems.addAll(content.problems());
        return new RootBundle(List.copyOf(all), problems);
    }

    /** One after the other, in PEM. */
    public byte[] pem() {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                text.append(CertificateText.write(certificate));
            } catch (CertificateException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
