// An environment variable.
package dev.wherry.app.window.container;

import java.util.regex.Pattern;

/**
 * A variable of a container's environment.
 *
 * @param secret whether it looks as if not everybody who sees the screen should read it
 */
record Variable(String name, String value, boolean secret) {

    private static final Pattern SECRET_NAME = Pattern.compile(
            "PASS|PWD|SECRET|TOKEN|CREDENTIAL|PRIVATE|AUTH|KEY($|_)|DSN", Pattern.CASE_INSENSITIVE);
    /** An address with a password in it. */
    private static final Pattern LOGIN = Pattern.compile("://[^/\\s:@]*:[^/\\s@]+@");

    /** From {@code NAME=value}. */
    static Variable of(String text) {
        String[] parts = text.split("=", 2);
        String value = parts.length > 1 ? parts[1] : "";
        boolean secret = !value.isEmpty()
                && (SECRET_NAME.matcher(parts[0]).find() || LOGIN.matcher(value).find());
        return new Variable(parts[0], value, secret);
    }
}
