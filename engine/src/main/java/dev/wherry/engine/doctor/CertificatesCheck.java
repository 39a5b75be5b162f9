// Whether the certificates that the user has added can be read.
package dev.wherry.engine.doctor;

import dev.wherry.engine.trust.CertificateFolder;

/** Reads the folder of certificates that every guest is to trust. */
final class CertificatesCheck implements Check {

    private final Subject subject;

    CertificatesCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "certificates";
    }

    @Override
    public String title() {
        return "Certificates";
    }

    @Override
    public Finding run() {
        CertificateFolder.Content content = new CertificateFolder(subject.files().certificates()).read();
        String good = content.certificates().size() + " in " + subject.files().certificates();
        return content.problems().isEmpty()
                ? Finding.passed(this, "besides those that this computer trusts, " + good)
                : Finding.warning(this, String.join(" ", content.problems()),
                        "Put certificates in PEM or DER in their place, then " + subject.wherry() + " restart");
    }
}
