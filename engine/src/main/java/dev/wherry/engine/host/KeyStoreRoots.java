// Certificates in the stores that the JDK reads for us.
package dev.wherry.engine.host;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The trusted certificates of a system whose stores the JDK knows by a name. Not yet run on a Mac or on Windows; tested with a store
 * in memory.
 */
public final class KeyStoreRoots implements TrustedRoots {

    private final List<String> types;

    /** With the JDK's names of the stores; one that this JDK does not know counts as empty. */
    public KeyStoreRoots(String... types) {
        this.types = List.of(types);
    }

    @Override
    public List<X509Certificate> all() throws IOException {
        List<X509Certificate> all = new ArrayList<>();
        for (String type : types) {
            try {
                KeyStore store = KeyStore.getInstance(type);
                store.load(null, null);
                all.addAll(trustedIn(store));
            } catch (GeneralSecurityException e) {
                if (types.getFirst().equals(type)) {
                    throw new IOException("Tried to read the system's store of certificates, " + type
                            + ", but failed because " + e.getMessage(), e);
                }
                // The further ones came with later JDKs.
            }
        }
        return all;
    }

    // A certificate with its private key is the user's own, and no root.
    static List<X509Certificate> trustedIn(KeyStore store) throws GeneralSecurityException {
        List<X509Certificate> trusted = new ArrayList<>();
        for (String name : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(name) && store.getCertificate(name) instanceof X509Certificate certificate) {
                trusted.add(certificate);
            }
        }
        return trusted;
    }
}
