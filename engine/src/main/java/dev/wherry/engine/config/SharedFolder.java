// A folder that the user wants to share.
package dev.wherry.engine.config;

import java.nio.file.Path;

/**
 * A folder of the host for the guest to use.
 *
 * @param folder     absolute path
 * @param isReadOnly whether the guest may only read it
 * @param origin     where the wish comes from
 */
public record SharedFolder(Path folder, boolean isReadOnly, Origin origin) {
}
