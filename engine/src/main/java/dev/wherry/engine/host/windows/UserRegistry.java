// The user's part of Windows' registry.
package dev.wherry.engine.host.windows;

import java.io.IOException;
import java.util.Optional;

/** Values in the tree HKEY_CURRENT_USER, each by its key, with backslashes between, and its name. */
interface UserRegistry {

    /** A value of the type REG_SZ; empty when there is none. */
    Optional<String> text(String key, String name) throws IOException;

    /** A value of the type REG_BINARY; empty when there is none. */
    Optional<byte[]> bytes(String key, String name) throws IOException;

    /** Makes the value, and its key if need be, or puts {@code text} in the place of an older one. */
    void set(String key, String name, String text) throws IOException;

    /** Takes the value away if it is there. */
    void remove(String key, String name) throws IOException;
}
