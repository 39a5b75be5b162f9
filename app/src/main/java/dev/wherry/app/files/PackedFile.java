// One entry of a tar to be made.
package dev.wherry.app.files;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file, folder or symbolic link of the host on its way into a tar.
 *
 * @param file       where it is
 * @param name       its name in the tar, with slashes
 * @param attributes of itself, not of what it may link to
 */
record PackedFile(Path file, String name, BasicFileAttributes attributes) {

    /** The bytes of its contents. */
    long size() {
        return attributes.isRegularFile() ? attributes.size() : 0;
    }
}
