// The certificates that this computer trusts.
package dev.wherry.engine.host;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Asks the system for the certificates of those whose word it takes for a server's name. */
@FunctionalInterface
public interface TrustedRoots {

    /**
     * All of them, those that a company or the user has added included; some may be there twice.
     *
     * @throws IOException naming the store, when it cannot be read
     */
    List<X509Certificate> all() throws IOException;
}
