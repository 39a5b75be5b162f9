// The user's file manager.
package dev.wherry.engine.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Shows folders. */
public interface FileManager {

    /** Why this computer cannot do that, in a sentence; empty when it can. */
    Optional<String> obstacle();

    /**
     * Shows what is in {@code folder}; takes up to {@link DetachedProgram#WATCH}.
     *
     * @throws IOException when there is no file manager, or it does not start
     */
    void show(Path folder) throws IOException, InterruptedException;
}
