// How a share is doing.
package dev.wherry.engine.share;

import org.jspecify.annotations.Nullable;

/**
 * A share at one moment.
 *
 * @param share     what is shared
 * @param isMounted whether the guest can use it
 * @param problem   why not; null while it is mounted, or about to be
 */
public record ShareState(Share share, boolean isMounted, @Nullable String problem) {
}
