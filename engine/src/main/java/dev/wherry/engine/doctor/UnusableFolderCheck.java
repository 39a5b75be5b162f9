// Wherry's own folder cannot be used, so that there is little else to look at.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.nio.file.Path;

/** Tells of a folder without which nothing works. */
final class UnusableFolderCheck implements Check {

    private final Path folder;
    private final IOException failure;

    UnusableFolderCheck(Path folder, IOException failure) {
        this.folder = folder;
        this.failure = failure;
    }

    @Override
    public String id() {
        return PermissionsCheck.ID;
    }

    @Override
    public String title() {
        return PermissionsCheck.TITLE;
    }

    @Override
    public Finding run() {
        return Finding.failed(this, "Tried to use the folder " + folder + " but failed because of " + failure + ".",
                "Make the folder writable for you, or move Wherry's folders by WHERRY_HOME.");
    }
}
