// Which certificates reach the guest.
package dev.wherry.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

import dev.wherry.engine.host.CertificateText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootBundleTest {

    @TempDir
    private Path home;
    private Path folder;
    private X509Certificate first;
    private X509Certificate second;

    @BeforeEach
    void makeCertificates() throws Exception {
        folder = Files.createDirectory(home.resolve("certs"));
        first = CertificateText.read(Files.readAllBytes(authority("First").certificate())).getFirst();
        second = CertificateText.read(Files.readAllBytes(authority("Second").certificate())).getFirst();
    }

    private TestAuthority authority(String name) throws Exception {
        return TestAuthority.create(Files.createDirectory(home.resolve(name)), name);
    }

    @Test
    void thoseOfTheSystemAndOfTheFolderEachOnce() throws Exception {
        Files.write(folder.resolve("company.crt"), first.getEncoded());
        Files.writeString(folder.resolve("BOTH.PEM"), "Ours, since 2024\n" + CertificateText.write(first) + "and\n"
                + CertificateText.write(second).replace("\n", "\r\n"));
        RootBundle bundle = RootBundle.of(() -> List.of(second), new CertificateFolder(folder));
        assertThat(bundle.problems()).isEmpty();
        assertThat(bundle.certificates()).containsExactly(second, first);
        assertThat(CertificateText.read(bundle.pem())).containsExactly(second, first);
    }

    @Test
    void whatIsNoCertificateIsNamedAndTheRestCounts() throws Exception {
        Files.writeString(folder.resolve("good.pem"), CertificateText.write(first));
        Files.writeString(folder.resolve("cut.pem"), CertificateText.write(first).substring(0, 300));
        Files.writeString(folder.resolve("damaged.pem"),
                CertificateText.write(first) + CertificateText.write(second).replaceFirst("\nM", "\nQ"));
        Files.copy(home.resolve("First/ca.key"), folder.resolve("key.pem"));
        Files.writeString(folder.resolve("mail.crt"), "Dear all");
        Files.writeString(folder.resolve("empty.crt"), "");
        Files.writeString(folder.resolve("notes.txt"), "not looked at");
        Files.createDirectory(folder.resolve("old.pem"));
        RootBundle bundle = RootBundle.of(List::of, new CertificateFolder(folder));
        assertThat(bundle.certificates()).containsExactly(first);
        assertThat(bundle.problems()).containsExactly(
                folder.resolve("cut.pem") + " is left out because it holds no whole certificate.",
                folder.resolve("damaged.pem") + " is left out because its certificate number 2 is damaged.",
                folder.resolve("empty.crt") + " is left out because it is neither PEM nor a certificate in DER.",
                folder.resolve("key.pem") + " is left out because it holds no whole certificate.",
                folder.resolve("mail.crt") + " is left out because it is neither PEM nor a certificate in DER.");
    }

    @Test
    void aStoreThatCannotBeReadIsNamedAndTheFolderCounts() throws Exception {
        Files.write(folder.resolve("company.crt"), first.getEncoded());
        RootBundle bundle = RootBundle.of(() -> {
            throw new IOException("Tried to read the store but failed because it is locked");
        }, new CertificateFolder(folder));
        assertThat(bundle.certificates()).containsExactly(first);
        assertThat(bundle.problems()).containsExactly(
                "Tried to read the store but failed because it is locked.");
    }

    @Test
    void noFolderIsNothing() {
        CertificateFolder.Content content = new CertificateFolder(home.resolve("none")).read();
        assertThat(content.certificates()).isEmpty();
        assertThat(content.problems()).isEmpty();
    }
}
