// How a share is doing.
package dev.wherry.engine.share;

import org.jspecify.annotations.Nullable;

/**
 * A share at one moment.
 *
 * @param share     what is shared
 * @param isMounted whether the guest can use it
 * @param problem   what does not work of it; null when all does, or while it is about to be mounted
 */
public record ShareState(Share share, boolean isMounted, @Nullable String problem) {
}
