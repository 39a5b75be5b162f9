// Reads certificates as they are kept in files.
package dev.wherry.engine.host;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates in PEM (RFC 7468), with any text around them, and in DER. */
public final class CertificateText {

    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END (?:X509 |TRUSTED )?CERTIFICATE-----");
    private static final int LINE = 64;

    private CertificateText() {
    }

    /**
     * All certificates in {@code content}, of which there is at least one.
     *
     * @throws CertificateException saying what is wrong with it, in words that follow "because"
     */
    public static List<X509Certificate> read(byte[] content) throws CertificateException {
        // Whatever bytes it has: one letter each.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN ")) {
            return List.of(parse(content, "it is neither PEM nor a certificate in DER"));
        }
        List<X509Certificate> all = new ArrayList<>();
        Matcher block = PEM.matcher(text);
        while (block.find()) {
            all.add(parse(decoded(block.group(1)), "its certificate number " + (all.size() + 1) + " is damaged"));
        }
        if (all.isEmpty()) {
            throw new CertificateException("it holds no whole certificate");
        }
        return all;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // no certificate either
        }
    }

    private static X509Certificate parse(byte[] der, String otherwise) throws CertificateException {
        try {
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (CertificateException e) {
            throw new CertificateException(otherwise, e);
        }
        throw new CertificateException(otherwise);
    }

    /** {@code certificate} in PEM, with a line end after its last line. */
    public static String write(X509Certificate certificate) throws CertificateException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(LINE, new byte[]{'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
