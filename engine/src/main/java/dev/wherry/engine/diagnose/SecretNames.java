// Names whose values are nobody's business.
package dev.wherry.engine.diagnose;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells by a key's, variable's or option's name whether its value is a secret. */
final class SecretNames {

    /** These say it wherever in a name they stand. */
    private static final List<String> PARTS = List.of("password", "passwd", "passphrase", "secret", "token",
            "credential");
    /** These only as a word of their own: there are monkeys and authors. */
    private static final Set<String> WORDS = Set.of("key", "keys", "apikey", "apikeys", "accesskey", "privatekey",
            "auth",
            "auths", "authorization", "authentication", "pass", "pwd", "pw");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    private SecretNames() {
    }

    /** Whether what is called {@code name} is secret. */
    static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PARTS.stream().anyMatch(lower::contains) || Stream.of(BETWEEN_WORDS.split(name, -1))
                .anyMatch(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }
}
