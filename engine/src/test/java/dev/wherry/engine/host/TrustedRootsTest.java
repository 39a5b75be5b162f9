// Where the certificates of a system are read from.
package dev.wherry.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

import dev.wherry.engine.host.linux.BundleRoots;
import dev.wherry.engine.trust.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedRootsTest {

    @TempDir
    private Path folder;

    @Test
    void linuxHasThemInABundle() throws Exception {
        assertThat(new BundleRoots().all()).as("of the package ca-certificates").hasSizeGreaterThan(50)
                .allSatisfy(root -> assertThat(root.getBasicConstraints()).isNotNegative());
    }

    @Test
    void ofAStoreThoseCountThatAreTrustedAndNotTheUsersOwn() throws Exception {
        TestAuthority authority = TestAuthority.create(folder, "Company");
        X509Certificate certificate = CertificateText.read(Files.readAllBytes(authority.certificate())).getFirst();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("company", certificate);
        store.setKeyEntry("me", KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(), new char[0],
                new Certificate[]{certificate});
        assertThat(KeyStoreRoots.trustedIn(store)).containsExactly(certificate);
    }

    @Test
    void aStoreThatThisJdkDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> new KeyStoreRoots("Windows-ROOT").all()).isInstanceOf(IOException.class)
                .hasMessageContaining("Windows-ROOT");
    }
}
