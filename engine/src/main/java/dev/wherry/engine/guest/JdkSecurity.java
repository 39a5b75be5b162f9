// Has the SSH library use the JDK's own cryptography.
package dev.wherry.engine.guest;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;

import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/**
 * Offers the JDK's Ed25519 to the SSH library, and keeps it from looking for Bouncy Castle: to load that signed archive of
 * eight megabytes takes a second or more, the greater part of a first connection, and nothing else of it is needed.
 */
final class JdkSecurity extends AbstractSecurityProviderRegistrar {

    static {
        SecurityUtils.setAPrioriDisabledProvider(SecurityUtils.BOUNCY_CASTLE, true);
        SecurityUtils.registerSecurityProvider(new JdkSecurity());
    }

    private JdkSecurity() {
        super("JDK");
    }

    /** To be called before anything else of the SSH library. Further calls do nothing. */
    static void use() {
        // Loading this class has done it.
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    @Override
    public String getProviderName() {
        return "SunEC";
    }

    @Override
    public Provider getSecurityProvider() {
        return Security.getProvider(getProviderName());
    }

    @Override
    public boolean isNamedProviderUsed() {
        return false;
    }

    // Everything but Ed25519 the library finds in the JDK by itself.
    @Override
    public boolean isSecurityEntitySupported(Class<?> type, String name) {
        return false;
    }

    @Override
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.of(new JdkEd25519());
    }
}
