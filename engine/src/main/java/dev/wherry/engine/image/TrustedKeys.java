// Whose signature under a guest image counts.
package dev.wherry.engine.image;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * The Ed25519 keys that this program trusts. The development key's private half lies open in the source tree: a program built
 * from source takes what was signed with it, a release does not.
 *
 * @param trusted keys in Base64 (X.509), any of which will do
 * @param refused keys that are known, and not good enough
 */
public record TrustedKeys(List<String> trusted, List<String> refused) {

    /** The public half of vm-image/development-key.pem. */
    static final String DEVELOPMENT = "MCowBQYDK2VwAyEAqNHldC2SClkJiJi8bvpiETlXOitPGPs6/SC7sCmLnXw=";

    public TrustedKeys {
        trusted = List.copyOf(trusted);
        refused = List.copyOf(refused);
    }

    /** Those of this program. */
    public static TrustedKeys ofThisProgram() {
        return of(BuildFacts.ofThisProgram());
    }

    static TrustedKeys of(BuildFacts build) {
        List<String> released = build.releaseKey().isEmpty() ? List.of() : List.of(build.releaseKey());
        return build.release()
                ? new TrustedKeys(released, List.of(DEVELOPMENT))
                : new TrustedKeys(released.isEmpty() ? List.of(DEVELOPMENT) : List.of(released.getFirst(), DEVELOPMENT),
                        List.of());
    }

    /**
     * Passes when {@code signature} is one of a trusted key under {@code content}.
     *
     * @param what names the image, for the message
     * @throws ImageException saying what is wrong with the signature
     */
    void check(String what, byte[] content, byte[] signature) throws ImageException {
        if (trusted.stream().anyMatch(key -> signed(key, content, signature))) {
            return;
        }
        throw new ImageException(refused.stream().anyMatch(key -> signed(key, content, signature))
                ? what + " is signed with the development key, which anybody can use; a release of Wherry does not take it."
                : what + " is not signed by a key that this program trusts, or was changed after it was signed.");
    }

    private static boolean signed(String key, byte[] content, byte[] signature) {
        try {
            PublicKey decoded = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(decoded);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // A signature of the wrong length is no signature.
            return false;
        }
    }
}
