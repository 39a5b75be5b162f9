// Some containers hold one program and nothing else.
package dev.wherry.app.shell;

import java.io.IOException;

/** There is no shell in the container. */
public final class NoShellException extends IOException {

    private static final long serialVersionUID = 1L;

    NoShellException(String container) {
        super("Container \"" + container + "\" has no shell.");
    }
}
